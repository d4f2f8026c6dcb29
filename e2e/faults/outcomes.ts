/** What comes of a request that meets a fault: in a cell of the table, and in full below it. */
export const outcomes = {
  asUsual: ["as usual", "Nobody notices: whoever is away is not asked, or not waited for."],
  late: ["late", "As usual, and as much later as the answer came."],
  fromMemory: [
    "memory, else fallback",
    "The caller hears what the set-up says, decided for this minute, from what this server last read of it. A server that has read nothing yet rings the fallback number, and without one says a sentence that it is sorry.",
  ],
  letGo: [
    "memory, else hangs up",
    "The phone that was rung is asked as usual from memory. A server that has read nothing yet lets that phone go, and the caller goes on to whatever follows an unanswered ring.",
  ],
  cannotGoOn: [
    "a sentence",
    "Whoever picked up hears that the call back cannot go on, and is asked to try again. Nobody else is rung.",
  ],
  toldAgain: [
    "503",
    "Nobody waits for this answer. Twilio gets a 503 and notes the failure in its own log; when the same is told again, it is kept once, also where it had been kept already and only our answer failed.",
  ],
  words: [
    "words",
    "Whoever asked gets a sentence that says what cannot be had just now, in place of it. Nothing is half saved.",
  ],
  reference: [
    "words, reference",
    "“Something went wrong on our side”, with a reference by which the fault is found in the log. Nothing that was typed is lost, nothing is half saved.",
  ],
  errorPage: [
    "error page",
    "“This page could not be shown”, with a reference and a button to try again. The phones do not depend on pages.",
  ],
  formSaysSo: [
    "the form says so",
    "A failure (500, where it asks a route) for a script of the page, which says in its own words that its list, its search or its state cannot be had, and leaves what was typed alone.",
  ],
  notReady: ["503, not ready", "The monitor is told that the database is unreachable."],
  breaksOff: ["breaks off", "The sound stops, and the player says that it could not be played."],
  toldOnPage: [
    "told where it is looked for",
    "Nobody waits. The page of the call, of the voicemail or of the greeting says what could not be done and why.",
  ],
  keptAnyway: [
    "kept all the same",
    "Nobody waits. Twilio cannot say whether the message has been deleted meanwhile, and so its words are kept, as of one that is still to be told of.",
  ],
  dueAgain: [
    "due again",
    "The notice is kept as unsent, with the reason, and is tried again by the regular work.",
  ],
  notAgain: [
    "may not have gone",
    "Nobody knows whether it was sent, and so it is not sent again: the voicemail's page says that it may not have gone, and the inbox marks the message. The message itself is there.",
  ],
  laterOrNever: [
    "later, or not",
    "Nothing is sent while Twilio cannot say whether a message was left, or a phone was picked up. It is asked again at the next regular work; after an hour nobody is texted any more.",
  ],
  nextNight: [
    "next night",
    "Counted as failed and left as it is, here and at Twilio; the next night tries again. After three in a row without an answer the rest is left for then.",
  ],
  lineSaysSo: [
    "its line says so",
    "The page is there with every line that does not need whoever is away. The others say that this does not work, what happened, and what to do.",
  ],
  refused: [
    "says what was not done",
    "A message in plain words: what happened, with Twilio's code if it gave one; what was not done, or that this is not known; what to do now. What is kept here is what Twilio last confirmed.",
  ],
} as const satisfies Record<string, readonly [short: string, words: string]>;

export type Outcome = keyof typeof outcomes;
