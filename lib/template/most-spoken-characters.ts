/** `<Say>` takes 3000 characters from a Polly voice (error 13521). */
export const mostSpokenCharacters = 3000;
