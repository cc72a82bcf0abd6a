import { readFileSync } from 'node:fs';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';
import { expect, it } from 'vitest';

const contract = '../server/src/main/resources/app/focusly/server/http/openapi.json';

it('has the types of the contract; `npm run api` writes them anew', async () => {
  const types = astToString(await openapiTS(readFileSync(contract, 'utf8'), { silent: true }));

  expect(readFileSync('src/api/schema.d.ts', 'utf8')).toBe(COMMENT_HEADER + types);
});
