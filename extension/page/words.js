/**
 * Every word the reader sees comes from `_locales`, through here.
 */
var Words = (() => {
  /**
   * @param {string} key
   * @param {...(string | number)} parts What takes the place of $1, $2 …
   */
  function say(key, ...parts) {
    return chrome.i18n.getMessage(key, parts.map(String));
  }

  /**
   * Says how many, in the plural form that the catalogue's language wants: the
   * message `key_one`, `key_few` … or else `key_other`.
   *
   * @param {string} key
   * @param {number} n
   * @param {...(string | number)} parts What follows the number.
   */
  function count(key, n, ...parts) {
    const form = new Intl.PluralRules(language()).select(n);
    const number = n.toLocaleString(language());
    return say(`${key}_${form}`, number, ...parts) || say(`${key}_other`, number, ...parts);
  }

  /**
   * A day as a reader writes it. Its zone is the publisher's: the clock is left out.
   *
   * @param {string} published ISO 8601, or an empty string.
   */
  function day(published) {
    const date = new Date(`${published.slice(0, 10)}T00:00:00Z`);
    if (Number.isNaN(date.getTime())) return '';
    return date.toLocaleDateString(language(), {dateStyle: 'long', timeZone: 'UTC'});
  }

  /** The language of the catalogue in use, which need not be the browser's. */
  function language() {
    return say('catalogueLanguage');
  }

  /** @returns {string} "ltr" or "rtl": that of the catalogue in use, too. */
  function direction() {
    return say('catalogueDirection');
  }

  return {say, count, day, language, direction};
})();
