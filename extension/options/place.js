/** Where the service is: its address and token, and whether it answers. */

import {live} from '../own-page.js';
import {addressOf, settings} from '../settings.js';
import {siteOf} from '../sites.js';

const {element} = Build;

/**
 * @param {Settings} set
 * @param {(there: boolean) => void} changed Told whether the service is there.
 * @returns {HTMLElement}
 */
export function place(set, changed) {
  const fixed = set.fixed.includes('server');
  const address = element('input', {type: 'url', dir: 'ltr', value: set.server, required: true, disabled: fixed, spellcheck: 'false'});
  const token = element('input', {type: 'password', dir: 'ltr', value: set.token, autocomplete: 'off', disabled: fixed});
  const said = element('p', {role: 'status'});
  const {line, look} = live(settings, changed);
  void look();
  return element(
    'section',
    {},
    element('h2', {}, Words.say('service')),
    line,
    element(
      'form',
      {onsubmit: (event) => (event.preventDefault(), void save())},
      element('label', {class: 'field'}, Words.say('serviceAddress'), address),
      element('p', {class: 'soft'}, Words.say('serviceAddressHow')),
      element('label', {class: 'field'}, Words.say('token'), token),
      element('p', {class: 'soft'}, Words.say('tokenHow')),
      fixed
        ? element('p', {class: 'set'}, Words.say('fixed'))
        : element('button', {type: 'submit', class: 'first'}, Words.say('save')),
      said,
    ),
  );

  async function save() {
    const server = addressOf(address.value);
    if (!server) {
      said.replaceChildren(Words.say('addressRefused'));
      address.focus();
      return;
    }
    // To be asked in the turn of the click, or it is refused.
    const allowed = await chrome.permissions.request({origins: [siteOf(server)]}).catch(() => false);
    if (!allowed) {
      said.replaceChildren(Words.say('addressNotAllowed', server));
      return;
    }
    await chrome.storage.local.set({server, token: token.value.trim()});
    address.value = server;
    said.replaceChildren(Words.say('saved'));
    await look();
    changed(line.dataset['live'] === 'yes');
  }
}
