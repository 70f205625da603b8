/** Slack drops all blocks of an answer if one is too long. */
const textMax = 3_000;
const linesMax = 40;

/** What Slackbot shows instead of the text: rich text, in which nothing is mark-up, and a button to Slack. */
export function blocksOf(lines: string[], link?: { label: string; url: string } | ''): object[] {
  const text = lines.slice(0, linesMax).join('\n').slice(0, textMax);
  return [
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: text || ' ' }] }],
    },
    ...(link
      ? [
          {
            type: 'actions',
            elements: [
              {
                type: 'button',
                action_id: 'open_in_slack',
                text: { type: 'plain_text', text: link.label },
                url: link.url,
              },
            ],
          },
        ]
      : []),
  ];
}
