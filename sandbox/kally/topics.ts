/** What an errand may be about; each language pack answers them in this order, and anything else with its last answer. */
export const topics: readonly RegExp[] = [
  /\b(open|hours?|clos(e|es|ing)|abren?|horario|cierran?)\b/i,
  /\b(repair|fix|mend|repar|arregl)/i,
  /\b(price|cost|how much|fee|precio|cu[aá]nto|cuesta)/i,
  /\b(stock|sell|have any|availab|disponib|vend|tienen)/i,
  /\b(cancel|anul)/i,
  /\b(park|aparca)/i,
];
