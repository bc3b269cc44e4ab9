/** Reads the article of a tab that the reader has ticked. Nothing is shown or changed there. */

import {article} from './article.js';

/** Classic scripts that read, in this order; what shows anything stays out. */
const READING = ['code-points', 'text-map', 'story', 'facts', 'places'].map((name) => `page/${name}.js`);

const READABILITY = ['lib/readability.js', 'choice/choice.js'];

/** Fewer words are a front page or a teaser: nothing to compare with. */
const LEAST_WORDS = 40;

/**
 * @param {number} tabId Of a site that the reader has allowed.
 * @returns {Promise<Article | null>} `null` where there is no article, or no way in.
 */
export async function readTab(tabId) {
  const target = {tabId};
  try {
    await chrome.scripting.executeScript({target, files: READING});
    const [open] = await chrome.scripting.executeScript({target, func: () => Story.isOpen()});
    if (open?.result) {
      // Where it is not packed, we do without.
      await chrome.scripting.executeScript({target, files: READABILITY}).catch(() => null);
    }
    const [read] = await chrome.scripting.executeScript({target, func: () => Places.read(Story.find()).facts});
    const facts = read?.result ?? null;
    return facts && facts.text.split(/\s+/).length >= LEAST_WORDS ? article(facts) : null;
  } catch {
    return null;
  }
}
