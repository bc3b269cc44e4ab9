/** The options: where the service is, what is looked for, what is kept. */

import {begin, shortcut} from '../own-page.js';
import {settings} from '../settings.js';
import {always} from './always.js';
import {checks} from './checks.js';
import {kept} from './kept.js';
import {place} from './place.js';

const {element, button} = Build;

const main = begin(Words.say('options'));
await show();

async function show() {
  const set = await settings();
  const shelf = kept();
  const wanted = checks();
  main.replaceChildren(
    element('h1', {}, Words.say('options')),
    ...(set.fixed.length ? [element('p', {class: 'set'}, Words.say('setBySchool'))] : []),
    place(set, (there) => void Promise.all([shelf.look(there), wanted.look(there)])),
    wanted.section,
    await keyboard(),
    always(),
    shelf.section,
    clearing(),
  );
}

/** They are changed on a page of the browser: shown anew when the reader is back. */
async function keyboard() {
  const section = element('section', {}, ...keys(await shortcut()));
  document.addEventListener('visibilitychange', () => void look());
  return section;

  async function look() {
    if (section.isConnected && !document.hidden) section.replaceChildren(...keys(await shortcut()));
  }
}

/** @param {string} keys */
function keys(keys) {
  return [
    element('h2', {}, Words.say('keyboard')),
    element(
      'p',
      {},
      keys ? Words.say('keysAre') : Words.say('keysNone'),
      ...(keys ? [' ', element('kbd', {}, keys)] : []),
    ),
    button(Words.say('keysChange'), () => void changeKeys()),
  ];
}

/** The browser's own page for it; no link may lead there. */
async function changeKeys() {
  if ('openShortcutSettings' in chrome.commands) {
    const {openShortcutSettings} = /** @type {{openShortcutSettings: () => Promise<void>}} */ (
      /** @type {unknown} */ (chrome.commands)
    );
    return openShortcutSettings(); // Firefox
  }
  await chrome.tabs.create({url: 'chrome://extensions/shortcuts'});
}

function clearing() {
  const said = element('p', {role: 'status'});
  return element(
    'section',
    {},
    element('h2', {}, Words.say('clearData')),
    element('p', {}, Words.say('clearDataMeans')),
    button(Words.say('clearData'), () => void clear()),
    said,
  );

  async function clear() {
    await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear(), giveBack()]);
    localStorage.clear();
    await show();
    const now = main.lastElementChild?.querySelector('[role=status]');
    now?.replaceChildren(Words.say('cleared'));
  }
}

/** Whatever was allowed later is no longer. */
async function giveBack() {
  const own = new Set(chrome.runtime.getManifest().host_permissions);
  const {origins = []} = await chrome.permissions.getAll();
  const later = origins.filter((origin) => !own.has(origin));
  await chrome.permissions.remove({permissions: ['tabs'], origins: later}).catch(() => false);
}
