// What kinds of facts and their roles are called: headings are the page's own (strings.js), the rest is from the module's tables.

import { language, sayOr } from "./interface.js";

let kinds = new Map();
let roles = new Map();

/** Adopts the module's table: [{id, ar, en, roles: [{id, ar, en}]}]. */
export function adoptFactKinds(table) {
  kinds = new Map(table.map((kind) => [kind.id, kind]));
  roles = new Map(table.flatMap((kind) => (kind.roles ?? []).map((role) => [role.id, role])));
}

const inWords = (row, id) => row?.[language()] ?? plain(id);

/** The heading over facts of a kind. */
export const kindLabel = (id) => sayOr(`fact.${id}`, inWords(kinds.get(id), id));

export const roleLabel = (id) => inWords(roles.get(id), id);

export const subtypeLabel = (id) => sayOr(`subtype.${id}`, plain(id));

/** A name of the Analysis that has no words of its own yet. */
const plain = (id) => id.replace(/[-_]/g, " ");
