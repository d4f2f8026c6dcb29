/** What a check came to. */
export interface CheckResult {
  /** "attention": calls are answered, but something should be seen to. "fault": something does not work. */
  state: "well" | "attention" | "fault";
  /** What was found, in a sentence or two. */
  found: string;
  /** What to do about it. */
  advice?: string;
  /** What belongs to it, a line each. */
  details?: readonly string[];
}

/** One line of the check-up, which may still be under way. */
export interface Check {
  title: string;
  /** What is looked at, for somebody who wonders what the line is about. */
  about: string;
  /** Never rejects. */
  result: Promise<CheckResult>;
}
