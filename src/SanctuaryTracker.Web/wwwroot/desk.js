// Keeps what is typed into the desk's form until it is sent, and offers names as one types. Without this, the form works and suggests the first names.
const form = document.querySelector('form[data-keep]');
const place = `desk ${form.dataset.keep}`;
const fields = () => [...form.elements].filter(e => e.name && !['hidden', 'file', 'submit'].includes(e.type));
const typed = () => fields().map(e => [e.name, e.value, e.checked ?? null]);
const begun = JSON.stringify(typed());

// The server says of which form it has what was typed.
const saved = document.cookie.split('; ').find(c => c.startsWith('desk_saved='))?.slice('desk_saved='.length);
if (saved) {
  localStorage.removeItem(`desk ${decodeURIComponent(saved)}`);
  document.cookie = 'desk_saved=; path=/desk; max-age=0; samesite=strict';
}

function keep() {
  const now = typed();
  if (JSON.stringify(now) === begun) localStorage.removeItem(place);
  else localStorage.setItem(place, JSON.stringify({ at: Date.now(), typed: now }));
}

function restore(kept) {
  const left = [...kept.typed];
  for (const e of fields()) {
    const i = left.findIndex(([name, value]) => name === e.name && ((e.type !== 'checkbox' && e.type !== 'radio') || value === e.value));
    if (i < 0) continue;
    const [, value, checked] = left.splice(i, 1)[0];
    if (checked !== null && (e.type === 'checkbox' || e.type === 'radio')) e.checked = checked;
    else e.value = value;
    e.closest('details')?.setAttribute('open', '');
  }
  return left.filter(([, value, checked]) => value && checked !== false);
}

function offer(kept) {
  const notice = document.createElement('div');
  const words = document.createElement('p');
  const yes = document.createElement('button');
  const no = document.createElement('button');
  notice.className = 'notice gap';
  notice.role = 'status';
  notice.id = 'kept';
  words.textContent = `Text of ${new Date(kept.at).toLocaleString()} was typed here and never sent.`;
  yes.type = no.type = 'button';
  yes.className = no.className = 'btn';
  yes.textContent = 'Put it back';
  no.textContent = 'Forget it';
  yes.addEventListener('click', () => {
    const left = restore(kept);
    notice.replaceChildren();
    const done = document.createElement('p');
    done.textContent = left.length === 0 ? 'It is in the form again.' : `It is in the form again, but for rows that the form has not: ${left.map(([, value]) => `“${value}”`).join(', ')}`;
    notice.append(done);
    keep();
  });
  no.addEventListener('click', () => { localStorage.removeItem(place); notice.remove(); });
  const acts = document.createElement('p');
  acts.className = 'actions';
  acts.append(yes, no);
  notice.append(words, acts);
  form.before(notice);
}

const before = JSON.parse(localStorage.getItem(place) ?? 'null');
if (before && JSON.stringify(before.typed) !== begun) offer(before);
form.addEventListener('input', keep);

// Says before sending what the server would not take.
form.addEventListener('change', e => {
  const files = [...form.elements].filter(input => input.type === 'file');
  if (!files.includes(e.target)) return;
  const sizes = files.flatMap(input => [...input.files]).map(file => file.size);
  for (const input of files) input.setCustomValidity('');
  if ([...e.target.files].some(file => file.size > e.target.dataset.most)) e.target.setCustomValidity('One of these files is larger than is taken. Choose another.');
  else if (sizes.reduce((sum, size) => sum + size, 0) > form.dataset.most - 1_000_000) e.target.setCustomValidity('Together these files are more than is taken at once. Attach some first, and the others then.');
  e.target.reportValidity();
});

let timer, asked;
form.addEventListener('input', e => {
  const input = e.target;
  if (!input.dataset?.pick) return;
  clearTimeout(timer);
  timer = setTimeout(async () => {
    asked?.abort();
    asked = new AbortController();
    const query = new URLSearchParams({ q: input.value.slice(0, 200) });
    for (const kind of input.dataset.pick.split(' ')) query.append('kind', kind);
    try {
      const answer = await fetch(`/api/v1/suggestions?${query}`, { signal: asked.signal });
      if (!answer.ok) return;
      const list = document.getElementById(input.getAttribute('list'));
      const own = [...list.options].filter(o => o.textContent);
      list.replaceChildren(...own, ...(await answer.json()).map(r => new Option('', r.title)));
    } catch (reason) {
      if (reason.name !== 'AbortError') throw reason;
    }
  }, 150);
});

// The summary of errors is read out; what is to be typed next is at the first of them.
if (document.getElementById('errors')) form.querySelector('[aria-invalid="true"], fieldset.bad input')?.focus();
