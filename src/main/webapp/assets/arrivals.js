// What was just shared with everyone appears first in the grid, without a reload.
const form = document.querySelector("#upload");
const grid = document.querySelector("#photos");
const template = document.querySelector("#arrival");

form.addEventListener("stored", ({ detail: photo }) => {
  if (photo.visibility !== "public") {
    return;
  }
  const tile = template.content.firstElementChild.cloneNode(true);
  const caption = tile.querySelector(".caption");
  const frame = tile.querySelector(".frame");
  const picture = new Image(photo.width, photo.height);
  tile.classList.add(`r-${Math.round((10 * photo.width) / photo.height)}`);
  picture.className = photo.width < 200 && photo.height < 200 ? "tiny" : "fill";
  picture.alt = photo.caption || template.dataset.alt.replace("{0}", photo.owner);
  picture.src = photo.width < 2 * photo.height ? photo.links.thumbnail : photo.links.large;
  frame.href = photo.links.page;
  frame.append(picture);
  if (photo.caption) {
    caption.textContent = photo.caption;
  } else {
    caption.remove();
  }
  document.querySelector("#nothing")?.remove();
  grid.prepend(tile);
});
