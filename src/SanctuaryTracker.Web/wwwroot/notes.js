// A footnote opens under the sentence it belongs to. Without this script its number leads to the end of the page.
const panel = document.createElement('div');
panel.className = 'note-open';
panel.id = 'note-open';
panel.tabIndex = -1;
panel.setAttribute('role', 'group');
const close = document.createElement('button');
close.type = 'button';
close.className = 'btn';
close.textContent = 'Close the note';
close.addEventListener('click', () => shut(true));
let opener;

const numbers = document.querySelectorAll('a.cite');
for (const number of numbers) {
  number.setAttribute('role', 'button');
  number.setAttribute('aria-expanded', 'false');
  number.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    number === opener ? shut(true) : open(number);
  });
  number.addEventListener('keydown', event => {
    if (event.key !== ' ') return;
    event.preventDefault();
    number.click();
  });
}

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && opener) shut(true);
});

function open(number) {
  if (opener) shut(false);
  opener = number;
  const note = document.getElementById(number.hash.slice(1));
  const told = note.firstElementChild.cloneNode(true);
  told.querySelector('.back').remove();
  for (const named of told.querySelectorAll('[id]')) named.removeAttribute('id');
  panel.replaceChildren(...told.childNodes, close);
  panel.setAttribute('aria-label', number.textContent);
  const block = number.closest('p, dd, li, td');
  block.matches('p') ? block.after(panel) : block.append(panel);
  number.setAttribute('aria-expanded', 'true');
  number.setAttribute('aria-controls', panel.id);
  panel.focus({ preventScroll: true });
  panel.scrollIntoView({ block: 'nearest' });
}

function shut(returns) {
  panel.remove();
  opener.setAttribute('aria-expanded', 'false');
  opener.removeAttribute('aria-controls');
  if (returns) opener.focus();
  opener = null;
}
