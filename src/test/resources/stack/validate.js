// node validate.js PACKAGE TEMPLATE…: what AWS's validator has against each, a line a finding; ends
// with 1 where one of them would stop a deployment.
const { CelEngine, TemplateFile } = require(process.argv[2]);

const engine = new CelEngine();
let stopping = 0;
for (const file of process.argv.slice(3)) {
  for (const found of engine.validateStandard(new TemplateFile(file)).diagnostics) {
    if (found.severity === "INFO") continue;
    const where = found.entity ? found.entity.logicalId : "";
    console.log(`${found.severity} ${found.ruleId} ${file}:${found.startLine} ${where}: ${found.message}`);
    if (found.severity !== "WARN") stopping++;
  }
}
engine.free();
process.exit(stopping === 0 ? 0 : 1);
