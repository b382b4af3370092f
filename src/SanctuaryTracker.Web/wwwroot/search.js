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

const inputs = document.querySelectorAll('input[data-suggest]');
inputs.forEach(suggest);

// A key that works by itself can be turned off (WCAG 2.1.4): the page on accessibility has the switch.
const stored = 'search-key';
const isOff = () => {
  try {
    return localStorage.getItem(stored) === 'off';
  } catch {
    return false;
  }
};

const choice = document.querySelector('[data-search-key]');
if (choice) {
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

const first = document.querySelector('main input[data-suggest]') ?? inputs[0];
if (first) {
  if (!isOff()) {
    first.setAttribute('aria-keyshortcuts', '/');
    // Where there is a keyboard.
    if (matchMedia('(hover: hover) and (pointer: fine)').matches) first.placeholder = 'Place, words (press /)';
  }
  document.addEventListener('keydown', event => {
    if (isOff() || event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isTyping(event.target)) return;
    event.preventDefault();
    first.focus();
    first.select();
  });
}
