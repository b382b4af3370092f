// Looks again at how far something is that the server works on. Without this, there is a link for it.
const place = document.querySelector('[data-again]');
const again = async () => {
  const answer = await fetch(location.href).catch(() => null);
  const now = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-again]') : place;
  if (!now) {
    location.reload();
    return;
  }
  if (now !== place && now.innerHTML !== place.innerHTML) place.replaceChildren(...now.childNodes);
  setTimeout(again, place.dataset.again * 1000);
};
setTimeout(again, place.dataset.again * 1000);
