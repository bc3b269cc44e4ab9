/**
 * The panel beside the page: every note in reading order or by family, who is
 * credited, which reports were compared, and what was checked and found nothing.
 *
 * It keeps nothing. The page that was read knows what it shows; the panel asks it,
 * and is told when that changes.
 */

import {beside} from './beside.js';
import {checks} from './checks.js';
import {notes} from './notes.js';
import {reports} from './reports.js';
import {voices} from './voices.js';

const {element, button} = Build;

/** The tab that is looked at: the window's own, or the one named in the address. */
const named = Number(new URLSearchParams(location.search).get('tab')) || undefined;
let tab = named;

/** @type {Answer | null} The answer that the panel shows now. */
let shown = null;

const head = /** @type {HTMLElement} */ (document.getElementById('head'));
const main = /** @type {HTMLElement} */ (document.getElementById('main'));

document.documentElement.lang = Words.language();
document.documentElement.dir = Words.direction();
document.title = Words.say('name');
document.getElementById('name')?.append(Words.say('name'));

chrome.runtime.onMessage.addListener((/** @type {FromPage} */ message, sender) => {
  if ('tell' in message && sender.tab?.id === tab) show(message.tell);
});
chrome.tabs.onUpdated.addListener((id, {status}) => {
  if (id === tab && status) void look();
});
if (!named) chrome.tabs.onActivated.addListener(() => void look());
void look();

/** Asks the page what it shows. Where nobody answers, nothing is shown there. */
async function look() {
  if (!named) [{id: tab} = {id: undefined}] = await chrome.tabs.query({active: true, currentWindow: true});
  show(await tell({do: 'tell'}));
}

/**
 * @param {ToPage} message
 * @returns {Promise<PageState | null>}
 */
async function tell(message) {
  if (tab === undefined) return null;
  return chrome.tabs.sendMessage(tab, message, {frameId: 0}).catch(() => null);
}

/** @param {PageState | null} state */
function show(state) {
  document.body.dataset['state'] = state?.state ?? 'off';
  shown = state?.answer ?? null;
  if (!state) return off();
  if (state.state === 'busy') {
    head.replaceChildren(Words.say('reading'));
    main.replaceChildren();
  } else if (state.problem) failed(state.problem);
  else if (state.answer) done(state, state.answer);
}

function off() {
  head.replaceChildren(Words.say('notRead'));
  main.replaceChildren(element('p', {}, Words.say('notReadHow')));
}

/** @param {Explained} problem */
function failed({title, text, command, options, again}) {
  head.replaceChildren(title);
  main.replaceChildren(
    element('p', {}, text),
    ...(command ? [element('p', {}, element('code', {}, command))] : []),
    button(again || Words.say('tryAgain'), () => void tell({do: 'again'}), 'first'),
    ...(options ? [button(Words.say('openOptions'), () => void chrome.runtime.openOptionsPage())] : []),
  );
}

/** @param {PageState} state @param {Answer} answer */
function done(state, answer) {
  const open = main.contains(document.activeElement) ? document.activeElement?.id : '';
  const {scrollY} = window;
  head.replaceChildren(
    state.placed.length ? Words.count('notes', state.placed.length) : Words.say('noNotes'),
    element('span', {class: 'soft'}, Words.count('wordsRead', answer.words)),
  );
  main.replaceChildren(
    ...notes(state, answer, (id) => void tell({do: 'open', id})),
    ...voices(answer, (passage) => void tell({do: 'passage', passage})),
    ...reports(answer),
    ...checks(answer),
  );
  void further(answer);
  window.scrollTo({top: scrollY, behavior: 'instant'});
  if (open) document.getElementById(open)?.focus({preventScroll: true});
}

/** @param {Answer} answer What can be done besides; looked up, so it comes a moment later. */
async function further(answer) {
  if (tab === undefined) return;
  const sections = await beside(tab, () => void tell({do: 'again'}));
  if (answer === shown) main.append(...sections);
}
