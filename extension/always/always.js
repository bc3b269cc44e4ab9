/**
 * On a site that the reader has set to be always read, and nowhere else: tells when a
 * report stands on the page. Its front page and its sections are none.
 */
var Always = (() => {
  /** A page says of itself that it is a report; and there is something to read. */
  const STATED = 'meta[property="og:type" i][content="article" i], [itemtype$=Article], [itemprop~=articleBody]';
  const IN_JSON = /"@type"\s*:\s*\[?\s*"[^"]*(Article|BlogPosting)"/;
  const LEAST_WORDS = 100;

  /** A single-page site is looked at so often, until what it shows is a report. */
  const AGAIN_MS = 500;
  const TIMES = 10;

  let timer = 0;

  chrome.runtime.onMessage.addListener((/** @type {ToAlways} */ message) => {
    if ('seek' in message) look(TIMES);
  });
  navigation.addEventListener('currententrychange', () => look(TIMES));
  look(1);

  /** @param {number} times */
  function look(times) {
    clearTimeout(timer);
    if (isReport()) void chrome.runtime.sendMessage({ask: 'arrived'}).catch(() => null);
    else if (times > 1) timer = setTimeout(() => look(times - 1), AGAIN_MS);
  }

  function isReport() {
    if (location.pathname === '/') return false;
    const json = [...document.querySelectorAll('script[type="application/ld+json"]')];
    if (!document.querySelector(STATED) && !json.some(({textContent}) => IN_JSON.test(textContent))) return false;
    const words = [...document.querySelectorAll('p')].map(({textContent}) => textContent.trim().split(/\s+/).length);
    return words.reduce((sum, one) => sum + one, 0) >= LEAST_WORDS;
  }

  return {isReport};
})();
