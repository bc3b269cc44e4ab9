/** Whether the reports of this page's site are read without a press. */

import {add, drop, isAlwaysRead} from '../always.js';
import {settings} from '../settings.js';

const {element} = Build;

/** @param {string} url The page's. @returns {Promise<HTMLElement[]>} */
export async function always(url) {
  const {hostname} = new URL(url);
  const {server} = await settings();
  const box = element('input', {type: 'checkbox', checked: await isAlwaysRead(url)});
  const said = element('p', {role: 'status', class: 'soft'});
  box.addEventListener('change', () => void change());
  return [
    element(
      'label',
      {class: 'tick'},
      box,
      element('span', {}, Words.say('alwaysHere', hostname)),
      element('span', {class: 'soft'}, Words.say('alwaysHereHow', server)),
    ),
    said,
  ];

  async function change() {
    // To be asked in the turn of the click, or it is refused.
    if (box.checked) box.checked = await add(hostname);
    else return drop(hostname);
    said.replaceChildren(box.checked ? '' : Words.say('siteNotAllowed', hostname));
  }
}
