/** What went wrong, in words the reader can act on. */

const {getMessage} = chrome.i18n;

/**
 * @param {Problem} problem
 * @returns {Explained}
 */
export function explain({kind, server, title = '', detail = ''}) {
  if (kind === 'refused') return {title, text: detail || getMessage('refusedHow', [server])};
  return {
    title: getMessage(kind),
    text: getMessage(`${kind}How`, [server, detail]),
    command: kind === 'unreachable' ? 'sidelight serve' : '',
    again: kind === 'preview' ? getMessage('seeAgain') : '',
    options: kind === 'unreachable' || kind === 'locked',
  };
}
