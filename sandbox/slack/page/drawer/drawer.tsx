import { useId } from 'react';
import { ClosableHead } from '../closable-head.tsx';
import { useSlackClient } from '../context.tsx';
import type { PlaygroundStatus } from '../playground-wire.ts';
import { Faults } from './faults.tsx';
import { People } from './people.tsx';
import { Phones } from './phones.tsx';
import { Rings } from './rings.tsx';
import { Time } from './time.tsx';
import { Traffic } from './traffic.tsx';
import { Workflow } from './workflow.tsx';

const TABS = ['People', 'Phones', 'Workflow', 'Faults', 'Traffic', 'Rings'] as const;
const TABS_WITHOUT_PLAYGROUND = ['Traffic'] as const;

export type DrawerTab = (typeof TABS)[number];

type DrawerProps = {
  status: PlaygroundStatus | undefined;
  tab: DrawerTab;
  onTab: (tab: DrawerTab) => void;
  /** Writes into the composer. */
  compose: (text: string) => void;
  become: (personId: string) => void;
  tell: (command: string) => void;
  onClose: () => void;
};

/** What no Slack has: who one is, the numbers that make things happen, faults, what was said on the wire, and what rang. */
export function Drawer({ status, tab: wanted, onTab, compose, become, tell, onClose }: DrawerProps) {
  const panel = useId();
  const { state } = useSlackClient();
  const offered = TABS.filter((name) => name !== 'Workflow' || state.steps.length > 0);
  const tabs: readonly DrawerTab[] = status ? offered : TABS_WITHOUT_PLAYGROUND;
  const tab = tabs.includes(wanted) ? wanted : 'Traffic';
  return (
    <aside className="drawer" lang="en" aria-label="Sandbox">
      <ClosableHead title="Sandbox" closeLabel="Close sandbox drawer" onClose={onClose} />
      <div className="pane-body scroll">
        <p className="quiet">Nothing here is real: no Slack, no phone lines, nobody is called.</p>
        {status && <Time status={status} />}
        <div className="tabs" role="tablist" aria-label="Sandbox">
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              aria-selected={tab === name}
              aria-controls={tab === name ? panel : undefined}
              onClick={() => onTab(name)}
            >
              {name}
            </button>
          ))}
        </div>
        <div role="tabpanel" id={panel} aria-label={tab}>
          {tab === 'People' && <People become={become} tell={tell} />}
          {tab === 'Phones' && <Phones compose={compose} />}
          {tab === 'Workflow' && <Workflow />}
          {tab === 'Faults' && status && <Faults status={status} />}
          {tab === 'Traffic' && <Traffic />}
          {tab === 'Rings' && <Rings />}
        </div>
      </div>
    </aside>
  );
}
