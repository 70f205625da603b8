import type { Passage } from './language-pack.ts';

/** What a transcriber may write down, and what a chat program would take for commands. */
export const markupLines: Passage = [
  ['HUMAN', 'Our Wi-Fi is called <!channel> and the password is *bold* _italic_ ~gone~ `code`.'],
  ['AI', 'Thank you. So <!channel>, <@U012AB3CD> & <https://example.com|this link>?'],
  ['HUMAN', 'Fish & chips < 10 €, steak > 20 €. @everyone loves it. 🍣🎉 ¿Vale?'],
  ['AI', 'Fish &amp; chips, understood. >>> That is quoted. :tada: </script>'],
  ['HUMAN', 'You can also ask in Arabic: ‏أهلا وسهلا، الطاولة جاهزة‏ or in Hebrew: ‏שלום‏.'],
  ['AI', '```Noted.``` #general, tel. +1 415 555 0124, mail a.b@example.com.'],
];
