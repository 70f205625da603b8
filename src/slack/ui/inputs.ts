import { z } from 'zod';

/** An input in Slack's payload: for each kind, the part with the value. */
const inputSchema = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});
const valuesSchema = z.record(z.string(), z.record(z.string(), inputSchema));

/** The same of inputs that take several. */
const listSchema = z.object({
  selected_options: z.array(z.object({ value: z.string() })).exactOptional(),
  selected_users: z.array(z.string()).exactOptional(),
  selected_conversations: z.array(z.string()).exactOptional(),
});
const listsSchema = z.record(z.string(), z.record(z.string(), listSchema));

/** What is chosen in those inputs of a view that take several, by their action ids; an empty list where nothing is. */
export function chosenLists(values: unknown): Record<string, string[]> {
  const inputs = Object.values(listsSchema.parse(values)).flatMap((block) => Object.entries(block));
  const chosen = inputs.flatMap(([field, it]) => {
    const list =
      it.selected_options?.map(({ value }) => value) ?? it.selected_users ?? it.selected_conversations;
    return list ? [[field, list] as const] : [];
  });
  return Object.fromEntries(chosen);
}

/** The values of a view's inputs, by action id. An empty one is present without a value. */
export function typedInputs(values: unknown): { shown: Set<string>; typed: Record<string, string> } {
  const inputs = Object.values(valuesSchema.parse(values)).flatMap((block) => Object.entries(block));
  const typed = inputs.flatMap(([field, { value, selected_option, ...picked }]) => {
    const text =
      value ??
      selected_option?.value ??
      picked.selected_date ??
      picked.selected_time ??
      picked.selected_conversation ??
      picked.selected_user;
    return text ? [[field, text] as const] : [];
  });
  return { shown: new Set(inputs.map(([field]) => field)), typed: Object.fromEntries(typed) };
}
