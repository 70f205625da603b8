import type { types } from '@slack/bolt';
import type { Usage } from '../../accounts/usage.ts';
import type { KnownCall } from '../../calls/known-call.ts';
import { madeAt } from '../../calls/known-call.ts';
import type { Call } from '../../domain/call.ts';
import { formatPhone } from '../../domain/phone.ts';
import type { Rules } from '../../domain/rules.ts';
import type { Choices } from '../../store/preferences.ts';
import { allowancesBlock } from '../account/account-view.ts';
import { disconnectActionId } from '../account/connection-view.ts';
import { accountWords } from '../account/words.ts';
import { openAdminActionId } from '../admin/admin-view.ts';
import { rulesButtons, rulesLines } from '../admin/rules-view.ts';
import { adminWords } from '../admin/words.ts';
import { openAssistantsActionId } from '../assistants/assistants-view.ts';
import { assistantWords } from '../assistants/words.ts';
import { callDetailsMessage, everything, lastedOf, standingOf } from '../call/details-view.ts';
import { emojiElement } from '../call/outcome-block.ts';
import { recipientOf } from '../call/standing.ts';
import { callActionWords } from '../call/words.ts';
import { cardActionIds, stopOf } from '../card/actions-view.ts';
import { codeBlocks, connectActionId } from '../connect/connect-view.ts';
import { carry, openFormActionId } from '../form/button-draft.ts';
import { allCommandsActionId, commandLines, shownFirst } from '../help/help-view.ts';
import { helpWords } from '../help/words.ts';
import { preferencesWords } from '../preferences/words.ts';
import {
  type Block,
  button,
  header,
  type ModalView,
  note,
  plain,
  section,
  spokenMax,
  sureDialog,
} from '../ui/blocks.ts';
import { formatsIn, placeOfTimeZone, slackMoment } from '../ui/formats.ts';
import { oneLine, shorten } from '../ui/text.ts';
import { uiWords } from '../ui/words.ts';
import type { Profile } from '../workspace/profiles.ts';
import { homeWords } from './words.ts';

export const preferencesActionId = 'open_preferences';
export const showDetailsActionId = 'show_details';

const taskMax = 150;
const nameMax = 100;

export type Home = {
  userId: string;
  profile: Profile;
  choices: Choices;
  isConnected: boolean;
  /** The attempt that waits for the code from the browser. */
  awaitsCode?: string | undefined;
  /** From KallyAI, which may not have answered yet, or may be away. */
  usage: Usage | 'asked' | 'away';
  running: Call[];
  recent: Call[];
  /** Of the workspace. */
  rules: Rules;
  /** Their assistants may reach Kally, by tokens that they make here. */
  servesAssistants: boolean;
};

/** The Home tab of one person, which only they see. */
export function homeView(home: Home): types.HomeView {
  const { isConnected, running, recent } = home;
  return {
    type: 'home',
    blocks: [
      ...(isConnected ? connectedBlocks(home) : strangerBlocks(home)),
      ...(running.length > 0 ? callBlocks(home, 'running', running) : []),
      ...(recent.length > 0 ? callBlocks(home, 'recent', recent) : []),
      ...(isConnected || recent.length > 0 ? [note(callsNote(home))] : []),
      ...preferencesBlocks(home),
      ...rulesBlocks(home),
      ...helpBlocks(home),
    ],
  };
}

function strangerBlocks({ profile, awaitsCode }: Home): Block[] {
  const words = homeWords[profile.language];
  if (awaitsCode) return [header(words.title), ...codeBlocks(profile.language, awaitsCode)];
  const connect = button(connectActionId, words.connect, 'connect');
  return [
    header(words.title),
    section(words.strangers.join('\n')),
    { type: 'actions', elements: [{ ...connect, style: 'primary' }] },
  ];
}

function connectedBlocks({ userId, profile, usage }: Home): Block[] {
  const words = homeWords[profile.language];
  const { silent } = accountWords[profile.language].usage;
  const open = button(openFormActionId, words.makeCall, carry({ draft: {}, channelId: userId }));
  return [
    header(words.title),
    { type: 'actions', elements: [{ ...open, style: 'primary' }] },
    header(words.usage),
    ...(usage === 'asked' ? [section(words.usageAsked)] : []),
    ...(usage === 'away' ? [section(words.usageAway)] : []),
    ...(typeof usage === 'object'
      ? [usage.allowances.length > 0 ? allowancesBlock(profile, usage) : section(silent)]
      : []),
  ];
}

function callsNote({ profile, running, recent }: Home): string {
  const words = homeWords[profile.language];
  return running.length + recent.length > 0 ? words.allCalls : `${words.noCalls} ${words.allCalls}`;
}

function callBlocks({ profile }: Home, which: 'running' | 'recent', calls: Call[]): Block[] {
  return [
    header(homeWords[profile.language][which]),
    ...calls.flatMap((call) => callRow(profile, call, which)),
  ];
}

/** Rich text, because people wrote it; below it a line of our own words. */
function callRow(profile: Profile, call: Call, which: 'running' | 'recent'): Block[] {
  const formats = formatsIn(profile.language, profile.timeZone);
  const { emoji, status } = standingOf(profile, { ours: call });
  const who = recipientOf(call, true);
  const known = { ours: call };
  const seconds = lastedOf(known);
  const made = madeAt(known) ?? 0;
  const facts = [seconds ? formats.duration(seconds) : '', slackMoment(made, formats.moment(made))];
  return [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: who, style: { bold: true } },
            { type: 'text', text: '\n' },
            emojiElement(emoji),
            { type: 'text', text: ` ${status}\n${shorten(oneLine(call.request.task), taskMax)}` },
          ],
        },
      ],
    },
    note(facts.filter(Boolean).join(' · ')),
    { type: 'actions', elements: callButtons(profile, call, which) },
  ];
}

/** Screen readers also read the time: one business may be called many times. */
function callButtons({ language, timeZone }: Profile, call: Call, which: 'running' | 'recent') {
  const { id, stage, stopRequestedAt, confirmedAt } = call;
  const { actions } = callActionWords[language];
  const made = `, ${formatsIn(language, timeZone).moment(confirmedAt)}`;
  const who = recipientOf(call, true);
  type Action = 'stop' | 'details' | 'again' | 'callNow' | 'changeTime' | 'cancel';
  const actionButton = (action: Action, actionId: string): types.Button => {
    const { label, spoken } = actions[action === 'stop' ? stopOf(call) : action];
    return {
      ...button(actionId, label, id),
      ...((action === 'stop' || action === 'cancel') && { style: 'danger' }),
      accessibility_label: shorten(spoken(who), spokenMax - made.length) + made,
    };
  };
  const details = actionButton('details', showDetailsActionId);
  if (which === 'recent') return [details, actionButton('again', cardActionIds.again)];
  if (stage === 'awaiting_approval') return [actionButton('cancel', cardActionIds.cancel), details];
  if (stage === 'planned')
    return [
      ...(['callNow', 'changeTime', 'cancel'] as const).map((action) =>
        actionButton(action, cardActionIds[action]),
      ),
      details,
    ];
  return stopRequestedAt ? [details] : [actionButton('stop', cardActionIds.stop), details];
}

function preferencesBlocks(home: Home): Block[] {
  const { profile, choices, isConnected, servesAssistants } = home;
  const { language, timeZone } = profile;
  const words = homeWords[language];
  const { name, callbackPhone, transcripts = 'thread' } = choices;
  const lines = [
    words.preferencesLine(
      preferencesWords[language].languages[language],
      placeOfTimeZone(timeZone, language),
    ),
    name && words.nameLine(shorten(oneLine(name), nameMax)),
    callbackPhone && words.phoneLine(formatPhone(callbackPhone)),
    words.transcriptsLine[transcripts],
  ];
  const change = button(preferencesActionId, words.changePreferences, 'preferences');
  const assistants = button(openAssistantsActionId, assistantWords[language].title, 'assistants');
  const administer = button(openAdminActionId, adminWords[language].title, 'admin');
  return [
    header(words.preferences),
    { type: 'section', text: plain(lines.filter(Boolean).join('\n')) },
    {
      type: 'actions',
      elements: [
        change,
        ...(servesAssistants ? [assistants] : []),
        ...(profile.isAdmin ? [administer] : []),
        ...(isConnected ? [disconnectButton(home)] : []),
      ],
    },
  ];
}

/** What the admins decided, as far as it is not as usual; for admins all of it, and the way to change it. */
function rulesBlocks({ profile, rules }: Home): Block[] {
  const lines = rulesLines(profile, rules, profile.isAdmin ? 'all' : 'changed');
  if (lines.length === 0) return [];
  return [
    header(homeWords[profile.language].rules),
    ...lines.map(section),
    ...(profile.isAdmin ? [rulesButtons(profile.language)] : []),
  ];
}

function helpBlocks({ profile: { language } }: Home): Block[] {
  const help = helpWords[language];
  return [
    header(homeWords[language].help),
    section(commandLines(language, shownFirst).join('\n')),
    { type: 'actions', elements: [button(allCommandsActionId, help.all, 'help')] },
    note(help.note),
  ];
}

/** If calls are under way, it says what they lose. */
function disconnectButton({ profile, running }: Home): types.Button {
  const { language, timeZone } = profile;
  const words = homeWords[language];
  const { plural, number } = formatsIn(language, timeZone);
  const { logout } = accountWords[language];
  const count = running.length;
  const losing = count > 0 && logout.running[plural(count)](number(count));
  const confirm = sureDialog({
    title: words.disconnectSure,
    text: [words.disconnectText, losing].filter(Boolean).join(' '),
    confirm: logout.disconnect,
    deny: words.disconnectCancel,
  });
  return { ...button(disconnectActionId, words.disconnect, 'disconnect'), style: 'danger', confirm };
}

/** *Details* on the Home tab, where there is no conversation to answer in. */
export function detailsView(profile: Profile, known: KnownCall, pageUrl?: string): ModalView {
  return {
    type: 'modal',
    title: plain(homeWords[profile.language].details),
    close: plain(uiWords[profile.language].close),
    blocks: callDetailsMessage(profile, known, { ...everything, pageUrl }).blocks,
  };
}
