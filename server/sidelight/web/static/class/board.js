/**
 * Keeps a board as it is now. The service tells that there is news; the part of the page
 * that changes is then fetched as it would be shown, and only what differs is put in.
 */

const live = document.getElementById('live');
if (live instanceof HTMLElement) follow(live);

/** @param {HTMLElement} live */
function follow(live) {
  let shown = live.dataset['news'] ?? '';
  let busy = false;
  const events = new EventSource(live.dataset['events'] ?? '');
  events.addEventListener('message', ({data}) => {
    const {news} = JSON.parse(data);
    if (news !== shown) void refresh(news);
  });

  /** @param {string} news */
  async function refresh(news) {
    if (busy) return;
    busy = true;
    try {
      const answer = await fetch(live.dataset['now'] ?? '', {headers: {accept: 'text/html'}});
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      put(live, page.getElementById('live') ?? page.body);
      shown = news;
    } catch {
      // The connection is lost: EventSource goes on trying, and so do we.
    } finally {
      busy = false;
    }
  }
}

/** Exchanges the parts that differ; what is unfolded and where the focus is stay. @param {HTMLElement} live @param {Element} fresh */
function put(live, fresh) {
  const focus = place(document.activeElement);
  const unfolded = new Set([...live.querySelectorAll('details[open]')].map(place));
  const parts = [...fresh.children];
  for (const part of parts) {
    const old = part.id ? live.querySelector(`:scope > [id="${CSS.escape(part.id)}"]`) : null;
    if (old && plain(old) === plain(part)) part.replaceWith(old);
  }
  live.replaceChildren(...fresh.children);
  for (const one of live.querySelectorAll('details')) if (unfolded.has(place(one))) one.open = true;
  const again = focus && live.querySelector(focus);
  if (again instanceof HTMLElement && again !== document.activeElement) again.focus({preventScroll: true});
}

/** Without what differs each time: the tokens of forms, and what a reader unfolded. @param {Element} part */
function plain(part) {
  return part.outerHTML.replace(/name="csrf_token" value="[^"]*"/g, '').replace(/<details open="">/g, '<details>');
}

/** Where an element is: by its own id, or within the nearest element that has one. @param {Element | null} element @returns {string} */
function place(element) {
  if (!element || element === document.body) return '';
  if (element.id) return `[id="${CSS.escape(element.id)}"]`;
  const above = element.closest('[id]');
  if (!above) return '';
  const same = [...above.querySelectorAll(element.localName)];
  return `[id="${CSS.escape(above.id)}"] ${element.localName}:nth-of-type(${same.indexOf(element) + 1})`;
}
