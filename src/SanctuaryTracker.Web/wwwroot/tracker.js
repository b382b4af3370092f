// What every page has: suggestions for a search, citations that are copied, notes in place. One file, so that a phone asks once; without it, pages work all the same.

// Suggestions under each search field, and "/" to go to the first. Without this, the fields are plain forms.
const delay = 150;
const isTyping = target => target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

function suggest(input) {
  const list = document.createElement('ul');
  const said = document.createElement('p');
  let timer, asked, options = [], at = -1;

  list.id = `${input.id}-suggestions`;
  list.className = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = 'Records with a name that begins so';
  list.hidden = true;
  said.className = 'vh';
  said.role = 'status';
  input.parentElement.append(list, said);
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  input.setAttribute('aria-controls', list.id);

  function show(records) {
    options = records;
    list.replaceChildren(...records.map((record, i) => {
      const option = document.createElement('li');
      const kind = document.createElement('span');
      option.id = `${list.id}-${i}`;
      option.role = 'option';
      option.ariaSelected = 'false';
      kind.className = 'meta';
      kind.textContent = record.kind;
      option.append(record.title, ' ', kind);
      option.addEventListener('click', () => location.assign(record.path));
      return option;
    }));
    list.hidden = records.length === 0;
    input.ariaExpanded = String(!list.hidden);
    select(-1);
  }

  function select(next) {
    list.children[at]?.setAttribute('aria-selected', 'false');
    at = next;
    list.children[at]?.setAttribute('aria-selected', 'true');
    list.children[at]?.scrollIntoView({ block: 'nearest' });
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', list.children[at].id);
  }

  function close() {
    clearTimeout(timer);
    asked?.abort();
    said.textContent = '';
    show([]);
  }

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`/api/v1/suggestions?q=${encodeURIComponent(input.value.trim())}`, { signal: asked.signal });
      const records = answer.ok ? await answer.json() : [];
      show(records);
      said.textContent = records.length === 1 ? '1 suggestion' : records.length ? `${records.length} suggestions` : 'No suggestions';
    } catch (failure) {
      if (failure.name !== 'AbortError') close();
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (input.value.trim().length < 2) close();
    else timer = setTimeout(ask, delay);
  });
  input.addEventListener('blur', close);
  // The press would take the focus, and the list with it, before the click.
  list.addEventListener('mousedown', event => event.preventDefault());
  input.addEventListener('keydown', event => {
    if (event.isComposing || list.hidden) return;
    if (event.key === 'ArrowDown') select((at + 1) % options.length);
    else if (event.key === 'ArrowUp') select(at > 0 ? at - 1 : options.length - 1);
    else if (event.key === 'Enter' && at >= 0) location.assign(options[at].path);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
}

// A key that works by itself can be turned off (WCAG 2.1.4): the page on accessibility has the switch.
const stored = 'search-key';
const isOff = () => {
  try {
    return localStorage.getItem(stored) === 'off';
  } catch {
    return false;
  }
};

function offer(choice) {
  const button = choice.querySelector('button');
  const tell = () => button.ariaPressed = String(isOff());
  button.addEventListener('click', () => {
    if (isOff()) localStorage.removeItem(stored);
    else localStorage.setItem(stored, 'off');
    tell();
  });
  tell();
  choice.hidden = false;
}

const searched = () => document.querySelector('main input[data-suggest]') ?? document.querySelector('input[data-suggest]');

document.addEventListener('keydown', event => {
  if (isOff() || event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isTyping(event.target)) return;
  const input = searched();
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
});

// A citation opened by its reader is copied as well. Where the clipboard is refused, the text is selected instead.
const told = document.createElement('p');
told.className = 'told';
told.setAttribute('role', 'status');
let toldFor;

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
  told.textContent = said;
  clearTimeout(toldFor);
  toldFor = setTimeout(() => { told.textContent = ''; }, 4000);
});

// A footnote opens under the sentence it belongs to. Without this, its number leads to the end of the page.
const panel = document.createElement('div');
panel.className = 'note-open';
panel.id = 'note-open';
panel.tabIndex = -1;
panel.setAttribute('role', 'group');
const closing = document.createElement('button');
closing.type = 'button';
closing.className = 'btn';
closing.textContent = 'Close the note';
closing.addEventListener('click', () => shut(true));
let opener;

document.addEventListener('click', event => {
  const number = event.target.closest('a.cite');
  if (!number || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  number === opener ? shut(true) : open(number);
});

document.addEventListener('keydown', event => {
  if (event.key === ' ' && event.target.matches('a.cite')) {
    event.preventDefault();
    event.target.click();
  } else if (event.key === 'Escape' && opener) shut(true);
});

function open(number) {
  if (opener) shut(false);
  opener = number;
  const note = document.getElementById(number.hash.slice(1));
  const copy = note.firstElementChild.cloneNode(true);
  copy.querySelector('.back').remove();
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  panel.replaceChildren(...copy.childNodes, closing);
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

// What shows of all this is added once the page has come, so that it does not hold up the first paint.
addEventListener('load', () => setTimeout(start));

function start() {
  document.querySelectorAll('input[data-suggest]').forEach(suggest);
  document.querySelectorAll('[data-search-key]').forEach(offer);
  for (const number of document.querySelectorAll('a.cite')) {
    number.setAttribute('role', 'button');
    number.setAttribute('aria-expanded', String(number === opener));
  }
  document.body.append(told);
  const first = searched();
  if (!first || isOff()) return;
  first.setAttribute('aria-keyshortcuts', '/');
  // Where there is a keyboard.
  if (matchMedia('(hover: hover) and (pointer: fine)').matches) first.placeholder = 'Place, words (press /)';
}
