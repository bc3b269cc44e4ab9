/**
 * The sites whose reports are read without a press: the reader has allowed each of them,
 * in the panel, and takes it back in the options or in the browser.
 */

/** The name of the script that looks for reports on them. */
const ID = 'always';

/** @returns {Promise<string[]>} Hosts, in the order of the alphabet. */
export async function alwaysRead() {
  const {always} = await chrome.storage.local.get({always: []});
  return Array.isArray(always) ? always.filter((host) => typeof host === 'string').sort() : [];
}

/** @param {string} address */
export async function isAlwaysRead(address) {
  return URL.canParse(address) && (await alwaysRead()).includes(new URL(address).hostname);
}

/**
 * Asks the reader for a site; it must be called in the turn of a click.
 *
 * @param {string} host
 * @returns {Promise<boolean>} Whether it is always read from now on.
 */
export async function add(host) {
  const origins = originsOf(host);
  if (!(await chrome.permissions.request({origins}).catch(() => false))) return false;
  await chrome.storage.local.set({always: [...new Set([...(await alwaysRead()), host])]});
  return true;
}

/** Gives back what was allowed as well. @param {string} host */
export async function drop(host) {
  await chrome.storage.local.set({always: (await alwaysRead()).filter((one) => one !== host)});
  await chrome.permissions.remove({origins: originsOf(host)}).catch(() => false);
}

/** Forgets the sites that the reader has taken back in the browser itself. */
export async function dropRefused() {
  const all = await alwaysRead();
  const kept = await Promise.all(all.map((host) => chrome.permissions.contains({origins: originsOf(host)})));
  if (kept.includes(false)) await chrome.storage.local.set({always: all.filter((_, at) => kept[at])});
}

/** @type {Promise<void>} One at a time: a script cannot be registered twice. */
let turn = Promise.resolve();

/** Has the browser look for reports on these sites, and on no other. */
export function register() {
  turn = turn.then(async () => {
    await chrome.scripting.unregisterContentScripts({ids: [ID]}).catch(() => null); // There was none.
    const matches = (await alwaysRead()).flatMap(originsOf);
    if (!matches.length) return;
    const script = {id: ID, matches, js: ['always/always.js'], runAt: /** @type {const} */ ('document_idle')};
    await chrome.scripting.registerContentScripts([script]);
  });
  return turn;
}

/** @param {string} host */
function originsOf(host) {
  return [`http://${host}/*`, `https://${host}/*`];
}
