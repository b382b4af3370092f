// Filters, order and pages of a list without loading the page anew. Without this module they are plain links and forms.
const list = document.getElementById('list');
const said = document.getElementById('list-said');
let shown = location.pathname + location.search;
let asked;

const here = url => url.origin === location.origin && url.pathname === location.pathname;
const keyed = key => list.querySelector(`[data-key="${CSS.escape(key)}"]`);
const remember = () => history.replaceState({ y: scrollY }, '');

async function show(url, focus, y) {
  const isNew = y === undefined;
  asked?.abort();
  const { signal } = asked = new AbortController();
  list.ariaBusy = 'true';
  try {
    const answer = await fetch(url, { signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = page.getElementById('list');
    if (!answer.ok || answer.redirected || !next) throw new Error();
    const open = [...list.querySelectorAll('details[open]')].map(d => d.dataset.key);
    if (isNew) {
      remember();
      history.pushState({}, '', url);
    }
    shown = url.pathname + url.search;
    list.replaceChildren(...next.childNodes);
    document.title = page.title;
    open.forEach(key => keyed(key)?.setAttribute('open', ''));
    const tally = document.getElementById('tally');
    said.textContent = tally.textContent;
    const same = keyed(focus) ?? document.getElementById(focus);
    (same ?? tally).focus({ preventScroll: true });
    if (!isNew) scrollTo({ top: y, behavior: 'instant' });
    else if (!same && list.getBoundingClientRect().top < 0) list.scrollIntoView({ behavior: 'instant' });
  } catch {
    if (!signal.aborted) isNew ? location.assign(url) : location.reload();
  } finally {
    if (!signal.aborted) list.ariaBusy = null;
  }
}

history.scrollRestoration = 'manual';
addEventListener('pagehide', () => { history.scrollRestoration = 'auto'; });
addEventListener('pageshow', () => { history.scrollRestoration = 'manual'; });
addEventListener('scrollend', remember);

list.addEventListener('click', event => {
  const link = event.target.closest('a[href]');
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.target) return;
  const url = new URL(link.href);
  if (!here(url) || url.hash) return;
  event.preventDefault();
  show(url, link.dataset.key ?? '');
});

list.addEventListener('submit', event => {
  const url = new URL(event.target.action);
  if (!here(url)) return;
  const asks = {};
  for (const [name, value] of new FormData(event.target)) if (value) asks[name] = asks[name] ? `${asks[name]},${value}` : value;
  url.search = new URLSearchParams(asks);
  event.preventDefault();
  show(url, document.activeElement.id);
});

addEventListener('popstate', event => {
  const url = new URL(location);
  if (url.pathname + url.search !== shown) show(url, '', event.state?.y ?? 0);
});
