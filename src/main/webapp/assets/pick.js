// Photos chosen in the dialog, dragged anywhere onto the page, or pasted: all become the form's "chosen" event.
const form = document.querySelector("#upload");
const input = form.querySelector("input[type=file]");

form.classList.add("enhanced", "idle");
input.required = false;

function choose(files) {
  if (files.length > 0) {
    form.dispatchEvent(new CustomEvent("chosen", { detail: [...files] }));
  }
}

input.addEventListener("change", () => {
  choose(input.files);
  input.value = ""; // so that the same file can be chosen again
});

document.addEventListener("paste", (event) => {
  const typing = event.target.matches?.("input, textarea") && event.clipboardData.types.includes("text/plain");
  if (!typing && event.clipboardData.files.length > 0) {
    event.preventDefault();
    choose(event.clipboardData.files);
  }
});

// A picture of this page that is dragged around also claims to be a file.
let ownPicture = false;
document.addEventListener("dragstart", () => { ownPicture = true; });
document.addEventListener("dragend", () => { ownPicture = false; });

const carriesFiles = (event) => !ownPicture && event.dataTransfer.types.includes("Files");
const hint = (shown) => document.documentElement.classList.toggle("dragging", shown);

document.addEventListener("dragover", (event) => {
  if (carriesFiles(event)) {
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    hint(true);
  }
});

document.addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) {
    hint(false);
  }
});

document.addEventListener("drop", (event) => {
  hint(false);
  if (carriesFiles(event)) {
    event.preventDefault();
    const files = [...event.dataTransfer.items]
      .filter((item) => item.kind === "file" && !item.webkitGetAsEntry?.()?.isDirectory)
      .map((item) => item.getAsFile());
    choose(files.filter((file) => file !== null));
  }
});
