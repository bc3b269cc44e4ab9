/**
 * What is known of each tab while the browser runs, in its session storage: kept in
 * memory, read by Sidelight's own pages alone, and gone when the browser is closed.
 */

/** @param {'sent' | 'with' | 'once' | 'off'} what @param {number} tab */
const keyOf = (what, tab) => `${what}:${tab}`;

/**
 * @param {number} tab
 * @returns {Promise<Sent | null>} What was last made ready to be sent from it.
 */
export async function lastSent(tab) {
  return /** @type {Sent | null} */ (await value(keyOf('sent', tab)));
}

/** @param {number} tab @param {Sent} body */
export async function remember(tab, body) {
  await forgetClosed();
  await chrome.storage.session.set({[keyOf('sent', tab)]: body});
}

/**
 * The articles that the reader has ticked for the page in this tab.
 *
 * @param {number} tab
 * @param {string} url The page's; one that is opened later in the tab has none.
 * @returns {Promise<Article[] | null>}
 */
export async function ticked(tab, url) {
  const stored = /** @type {{url: string, reports: Article[]} | null} */ (await value(keyOf('with', tab)));
  return stored?.url === url ? stored.reports : null;
}

/** @param {number} tab @param {string} url @param {Article[]} reports None takes them away. */
export async function tick(tab, url, reports) {
  if (reports.length) await chrome.storage.session.set({[keyOf('with', tab)]: {url, reports}});
  else await chrome.storage.session.remove(keyOf('with', tab));
}

/**
 * Whether the reader has seen what is sent: said once and for all, or for this page.
 *
 * @param {number} tab
 * @param {string} url
 */
export async function maySend(tab, url) {
  const {seen} = await chrome.storage.local.get({seen: false});
  return seen === true || (await value(keyOf('once', tab))) === url;
}

/** @param {number} tab @param {string} url @param {boolean} always */
export async function allow(tab, url, always) {
  if (always) await chrome.storage.local.set({seen: true});
  else await chrome.storage.session.set({[keyOf('once', tab)]: url});
}

/** Whether the reader has switched a tab off, where its site is always read. @param {number} tab */
export async function isOff(tab) {
  return (await value(keyOf('off', tab))) === true;
}

/** @param {number} tab @param {boolean} off */
export async function switchOff(tab, off) {
  if (off) await chrome.storage.session.set({[keyOf('off', tab)]: true});
  else await chrome.storage.session.remove(keyOf('off', tab));
}

/** Tabs that were closed need nothing kept. */
async function forgetClosed() {
  const open = new Set((await chrome.tabs.query({})).map(({id}) => `${id}`));
  const gone = Object.keys(await chrome.storage.session.get()).filter((key) => {
    const [, tab] = key.match(/^(?:sent|with|once|off):(\d+)$/) ?? [];
    return tab && !open.has(tab);
  });
  await chrome.storage.session.remove(gone);
}

/** @param {string} key @returns {Promise<unknown>} */
async function value(key) {
  return (await chrome.storage.session.get({[key]: null}))[key];
}
