/**
 * Lets the extension's own modules run on a page of the service: what they ask the
 * browser for, a page of a class answers itself. Words are those of the extension's
 * catalogue, files lie under /static/extension/.
 */
var Here = (() => {
  const AT = '/static/extension/';

  /** @type {Record<string, {message: string, placeholders?: Record<string, {content: string}>}>} */
  let catalogue = {};

  /** Fetches the words; to be awaited before anything is built. */
  async function ready() {
    const language = document.documentElement.lang || 'en';
    const answer = await fetch(`${AT}_locales/${language}/messages.json`);
    if (answer.ok) catalogue = await answer.json();
  }

  /** @param {string} key @param {string[]} [parts] */
  function getMessage(key, parts = []) {
    if (key === '@@bidi_dir') return document.documentElement.dir || 'ltr';
    const known = catalogue[key];
    if (!known) return '';
    return known.message
      .replace(/\$(\w+)\$/g, (whole, name) => known.placeholders?.[name.toLowerCase()]?.content ?? whole)
      .replace(/\$(\d)/g, (_, number) => parts[Number(number) - 1] ?? '');
  }

  /** @param {string} path */
  function getURL(path) {
    return AT + path;
  }

  const browser = /** @type {any} */ (globalThis).chrome ?? {};
  browser.i18n = {getMessage};
  browser.runtime = {getURL};
  /** @type {any} */ (globalThis).chrome = browser;
  return {ready};
})();
