// The picture that the page shows while nobody draws here is the server's: it is fetched anew when the
// drawing is closed.
export async function renewPicture() {
  const old = document.getElementById("picture");
  const answer = old && (await fetch(location.href).catch(() => null));
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.getElementById("picture");
  if (next) old.replaceWith(next);
}
