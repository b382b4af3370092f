// Adds a passkey or signs in with one; the form is then sent as any other. A browser that knows no passkeys is not offered them.
const form = document.querySelector('form[data-passkey]');
const start = form.querySelector('[data-passkey-start]');
const error = form.querySelector('[data-passkey-error]');
const isNew = form.dataset.passkey === 'create';

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  start.hidden = false;
  form.closest('[data-passkey-part]')?.removeAttribute('hidden');
  document.querySelector('[data-passkey-none]')?.setAttribute('hidden', '');
  if (isNew) form.addEventListener('submit', use);
  else start.addEventListener('click', use);
}

async function use(event) {
  event.preventDefault();
  error.textContent = '';
  start.disabled = true;
  try {
    const answer = await fetch(form.dataset.options, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok) throw new Error(answer.status === 422 ? await answer.text() : 'It cannot be done just now. Load the page again in a minute.');
    const options = await answer.json();
    const credential = isNew
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch (e) {
    error.textContent = e instanceof DOMException ? 'The browser gave no passkey. Try again, or do without.' : e.message;
    start.disabled = false;
  }
}
