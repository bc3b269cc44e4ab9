/** The families of checks, in the order and under the words in which readers see them. */
export const FAMILIES = /** @type {const} */ ([
  ['who-says-so', Words.say('familyWho')],
  ['what-it-rests-on', Words.say('familyRests')],
  ['other-reports', Words.say('familyReports')],
  ['time-and-headline', Words.say('familyTime')],
  ['wording', Words.say('familyWording')],
  ['page', Words.say('familyPage')],
]);
