/**
 * Tells that the story of a page has changed, or that a single-page site has moved on,
 * once the page has come to rest.
 */
var Watch = (() => {
  /** So long must nothing change; but a page that never rests is looked at as well. */
  const REST_MS = 300;
  const MOST_MS = 2_000;

  const WHAT = {subtree: true, childList: true, characterData: true};

  /**
   * @param {(node: Node) => boolean} concerns Whether what changed in a node matters.
   * @param {() => void} changed
   * @param {AbortSignal} signal Ends it.
   * @returns {(roots: ShadowRoot[]) => void} Has these shadow trees watched as well.
   */
  function start(concerns, changed, signal) {
    let timer = 0;
    let due = 0;
    const observer = new MutationObserver((records) => {
      if (records.some(({target}) => concerns(target))) soon();
    });
    navigation.addEventListener('currententrychange', soon, {signal});
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(timer);
    });
    return (roots) => {
      observer.disconnect();
      for (const root of [document, ...roots]) observer.observe(root, WHAT);
    };

    function soon() {
      const now = Date.now();
      due ||= now + MOST_MS;
      clearTimeout(timer);
      timer = setTimeout(() => {
        due = 0;
        changed();
      }, Math.min(REST_MS, due - now));
    }
  }

  return {start};
})();
