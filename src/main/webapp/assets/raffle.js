// Times in the visitor's own zone; without a script they are in UTC, and say so.
const form = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });

for (const time of document.querySelectorAll("time[datetime]")) {
  time.title = time.textContent;
  time.textContent = form.format(new Date(time.dateTime));
}
