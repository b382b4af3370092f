// A citation opened by its reader is copied as well. Where the clipboard is refused, the text is selected instead.
const status = document.createElement('p');
status.className = 'told';
status.setAttribute('role', 'status');
document.body.append(status);
let shown;

document.addEventListener('click', async event => {
  const summary = event.target.closest('.cite-as > summary');
  if (!summary || summary.parentElement.open) return;
  const text = summary.nextElementSibling;
  let said = 'Copied with its citation';
  try {
    await navigator.clipboard.writeText(text.textContent);
  } catch {
    await new Promise(requestAnimationFrame); // until it is open
    getSelection().selectAllChildren(text);
    said = 'Selected with its citation, to be copied';
  }
  status.textContent = said;
  clearTimeout(shown);
  shown = setTimeout(() => { status.textContent = ''; }, 4000);
});
