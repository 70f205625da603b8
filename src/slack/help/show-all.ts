import { onClick } from '../context.ts';
import { openModal } from '../send/open-modal.ts';
import { helpView } from './help-view.ts';

/** *All commands*. */
export const showAllCommands = onClick((i) =>
  openModal(
    i,
    i.profile().then(({ language }) => ({ view: helpView(language) })),
  ),
);
