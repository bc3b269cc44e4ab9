/** Before the first use: what is sent, word for word, and to whom. Nothing was sent yet. */

import {begin} from '../own-page.js';
import {sent} from '../sent.js';
import {settings} from '../settings.js';
import {allow, lastSent} from '../tabs.js';

const {element, button} = Build;

const tab = Number(new URLSearchParams(location.search).get('tab'));
const main = begin(Words.say('whatIsSent'));
const body = await lastSent(tab);
const {server} = await settings();

if (body) {
  const always = element('input', {type: 'checkbox'});
  main.replaceChildren(
    element('h1', {}, Words.say('previewTitle')),
    element('p', {}, Words.say('previewMeans', server)),
    element('section', {}, ...sent(body)),
    element(
      'section',
      {},
      element('label', {class: 'tick'}, always, element('span', {}, Words.say('doNotAskAgain'))),
      element(
        'div',
        {class: 'row'},
        button(Words.say('send'), () => void send(body.url, always.checked), 'first'),
        button(Words.say('notNow'), () => void close()),
      ),
    ),
  );
} else main.replaceChildren(element('p', {}, Words.say('nothingSent')));

/** @param {string} url @param {boolean} always */
async function send(url, always) {
  await allow(tab, url, always);
  /** @type {ToPage} */
  const message = {do: 'again'};
  await chrome.tabs.sendMessage(tab, message, {frameId: 0}).catch(() => null);
  await close();
}

/** Back to the article. */
async function close() {
  await chrome.tabs.update(tab, {active: true}).catch(() => null);
  const own = await chrome.tabs.getCurrent();
  if (own?.id !== undefined) await chrome.tabs.remove(own.id);
}
