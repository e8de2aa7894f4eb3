// Copies the share link. Without a script, or where the browser does not let it, people select it themselves.
const field = document.querySelector("#share-link");
const button = document.querySelector("#copy");

button.hidden = false;
field.addEventListener("focus", () => field.select());
button.addEventListener("click", async () => {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // missing where the site has no HTTPS
    if (!document.execCommand("copy")) {
      return;
    }
  }
  document.querySelector("#copied").textContent = button.dataset.copied;
  button.textContent = button.dataset.copied;
});
