/** The first word of a statement in lower case, past white space and comments (which nest in Postgres). */
export function leadingKeyword(sql: string): string {
  let offset = 0;
  for (;;) {
    offset = skip(/\s*/y, sql, offset);
    if (sql.startsWith("--", offset)) offset = skip(/[^\n\r]*/y, sql, offset);
    else if (sql.startsWith("/*", offset)) offset = endOfComment(sql, offset);
    else break;
  }
  return sql.slice(offset, skip(/[a-z]*/iy, sql, offset)).toLowerCase();
}

function skip(pattern: RegExp, sql: string, offset: number): number {
  pattern.lastIndex = offset;
  pattern.test(sql);
  return pattern.lastIndex;
}

function endOfComment(sql: string, start: number): number {
  const bounds = /\/\*|\*\//g;
  bounds.lastIndex = start;
  let depth = 0;
  for (let bound = bounds.exec(sql); bound !== null; bound = bounds.exec(sql)) {
    depth += bound[0] === "/*" ? 1 : -1;
    if (depth === 0) return bounds.lastIndex;
  }
  return sql.length;
}
