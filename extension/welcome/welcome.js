/** The first page: from a service that runs to a second report that is compared. */

import {begin, live, shortcut} from '../own-page.js';
import {stored} from '../service.js';
import {settings} from '../settings.js';

const {element, button} = Build;

const main = begin(Words.say('welcome'));
const shelf = element('p', {class: 'live', role: 'status'});
const {line, look} = live(settings);
const keys = await shortcut();

main.replaceChildren(
  element('h1', {}, Words.say('welcome')),
  element('p', {}, Words.say('welcomeMeans')),
  element(
    'ol',
    {class: 'steps'},
    step(
      Words.say('stepService'),
      element('p', {}, Words.say('stepServiceHow'), ' ', element('code', {}, 'sidelight serve')),
      line,
      button(Words.say('otherAddress'), () => void chrome.runtime.openOptionsPage()),
    ),
    step(
      Words.say('stepPress'),
      element('p', {}, Words.say('stepPressHow'), ...(keys ? [' ', Words.say('stepPressKeys'), ' ', element('kbd', {}, keys)] : [])),
      element('p', {class: 'soft'}, Words.say('stepPressPin')),
    ),
    step(
      Words.say('stepSent'),
      element(
        'ul',
        {class: 'lines'},
        element('li', {}, Words.say('sentWhat')),
        element('li', {}, Words.say('sentWhere')),
        element('li', {}, Words.say('sentWhen')),
        element('li', {}, Words.say('sentKept')),
        element('li', {}, Words.say('sentNever')),
      ),
    ),
    step(Words.say('stepKeep'), element('p', {}, Words.say('stepKeepHow')), shelf),
    step(Words.say('stepSecond'), element('p', {}, Words.say('stepSecondHow'))),
  ),
);
await Promise.all([look(), count()]);
setInterval(() => void (document.hidden || count()), 2_000);

/** How many pages are there to compare with. */
async function count() {
  const outcome = await stored(await settings(), {limit: 1});
  const total = 'answer' in outcome ? outcome.answer.total : 0;
  const words = total ? Words.count('keptCount', total) : Words.say('keptNone');
  shelf.dataset['live'] = total ? 'yes' : 'no';
  if (shelf.textContent !== words) shelf.replaceChildren(words);
}

/** @param {string} heading @param {...HTMLElement} content */
function step(heading, ...content) {
  return element('li', {}, element('h2', {}, heading), ...content);
}
