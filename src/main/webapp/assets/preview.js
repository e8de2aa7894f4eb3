// The picture on a card: shown where the browser can decode the file, else the drawn icon stays.
const form = document.querySelector("#upload");

form.addEventListener("card", (event) => {
  const place = event.target.querySelector(".preview");
  const picture = new Image();
  picture.alt = "";
  picture.decoding = "async";
  picture.addEventListener("load", () => {
    place.replaceChildren(picture);
    URL.revokeObjectURL(picture.src);
  });
  picture.addEventListener("error", () => URL.revokeObjectURL(picture.src));
  picture.src = URL.createObjectURL(event.detail.file);
});
