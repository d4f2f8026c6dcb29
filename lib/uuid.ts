/** Whether a text is an id as this app writes them: a UUID in lower case (RFC 9562, 4). */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
