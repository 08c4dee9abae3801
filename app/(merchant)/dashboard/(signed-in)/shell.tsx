'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Command, LogOut, Menu as MenuIcon, Store } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { Link } from '@/app/(merchant)/_ui/link';
import { callApi } from '@/app/components/api/call-api';
import type { Member } from '@/lib/staff/model';
import { isAllowed } from '@/lib/staff/permissions';
import { ApiFault } from '../../_api/client';
import { Queries } from '../../_api/queries';
import { ICONS } from '../../_shell/icons';
import { MemberProvider } from '../../_shell/member';
import { Palette } from '../../_shell/palette';
import { Pulse } from '../../_shell/pulse';
import { SECTIONS, type SectionEntry } from '../../_shell/sections';
import { useGoKeys } from '../../_shell/use-go-keys';
import { Button, IconButton } from '../../_ui/button';
import { Failed, Skeleton } from '../../_ui/states';
import { Toaster } from '../../_ui/toaster';
import { problemWords } from '../_lib/problem-words';
import { settingsPagesOf } from './settings/settings-pages';
import { useStaffSession } from './use-staff-session';

/** The dashboard's frame: who is signed in, what there is, and the way out. Shows nothing of the shop to nobody. */
export function Shell({ children }: { children: ReactNode }) {
  const { state, reload } = useStaffSession();
  if (state.kind === 'signed-in') {
    return (
      <Queries>
        <Toaster>
          <MemberProvider value={state.session.member}>
            <Frame member={state.session.member}>{children}</Frame>
            <Pulse />
          </MemberProvider>
        </Toaster>
      </Queries>
    );
  }
  return (
    <main className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-16">
      {state.kind === 'failed' ? (
        <>
          <h1 className="text-lg font-semibold">We cannot see whether you are signed in</h1>
          <Failed error={new ApiFault(state.problem)} retry={reload} />
        </>
      ) : (
        <Skeleton />
      )}
      <noscript>
        <p>The dashboard needs JavaScript.</p>
      </noscript>
    </main>
  );
}

function Frame({ member, children }: { member: Member; children: ReactNode }) {
  const sections = useMemo(
    () => SECTIONS.filter(({ permission }) => isAllowed(member.role, permission)),
    [member.role],
  );
  // The palette goes to each page of the settings at once.
  const targets = useMemo(
    () => [
      ...sections,
      ...settingsPagesOf(member.role).map(({ path, label, lead }) => ({
        path,
        label,
        words: `settings ${lead}`,
        icon: 'settings' as const,
        permission: 'settings:read' as const,
      })),
    ],
    [sections, member.role],
  );
  const [isPaletteOpen, setIsPaletteOpen] = useState(false);
  const [isNavOpen, setIsNavOpen] = useState(false);
  useGoKeys(sections);
  return (
    <div className="grid min-h-svh grid-rows-[auto_1fr] md:grid-cols-[14rem_minmax(0,1fr)] md:grid-rows-1">
      <a
        href="#content"
        className="sr-only z-50 bg-paper px-4 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <header className="flex items-center gap-2 border-b border-line bg-ground px-3 py-2 md:hidden">
        <Dialog.Root open={isNavOpen} onOpenChange={setIsNavOpen}>
          <Dialog.Trigger render={<IconButton label="Menu" />}>
            <MenuIcon aria-hidden />
          </Dialog.Trigger>
          <Dialog.Portal>
            <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
            <Dialog.Popup
              className="fixed inset-y-0 left-0 z-40 w-64 overflow-y-auto bg-ground text-ink"
              aria-label="Menu"
            >
              <Side
                member={member}
                sections={sections}
                onGone={() => setIsNavOpen(false)}
                onFind={() => {
                  setIsNavOpen(false);
                  setIsPaletteOpen(true);
                }}
              />
            </Dialog.Popup>
          </Dialog.Portal>
        </Dialog.Root>
        <Link href="/dashboard" className="display mr-auto py-1 text-lg">
          Dashboard
        </Link>
        <IconButton label="Go to…" onClick={() => setIsPaletteOpen(true)}>
          <Command aria-hidden />
        </IconButton>
      </header>
      <div className="hidden border-r border-line bg-ground md:block">
        <div className="sticky top-0 h-svh overflow-y-auto">
          <Side member={member} sections={sections} onFind={() => setIsPaletteOpen(true)} />
        </div>
      </div>
      <div id="content" tabIndex={-1} className="min-w-0 outline-none">
        <Suspense fallback={<Skeleton />}>{children}</Suspense>
      </div>
      <Palette isOpen={isPaletteOpen} setIsOpen={setIsPaletteOpen} sections={targets} />
    </div>
  );
}

function Side({
  member,
  sections,
  onGone,
  onFind,
}: {
  member: Member;
  sections: readonly SectionEntry[];
  onGone?: () => void;
  onFind: () => void;
}) {
  return (
    <div className="flex min-h-full flex-col gap-4 p-3">
      <p className="display px-2 pt-2 text-lg">Dashboard</p>
      <Button className="justify-start!" onClick={onFind}>
        <Command aria-hidden /> Go to… <kbd className="ml-auto text-xs text-muted">Ctrl K</kbd>
      </Button>
      <nav aria-label="Dashboard">
        <ul className="grid gap-0.5">
          {sections.map((section) => (
            <li key={section.path}>
              <NavLink section={section} onGone={onGone} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-auto grid gap-1 border-t border-line pt-3 text-sm">
        <a href="/" className="flex items-center gap-2.5 rounded-sm px-2 py-1.5 hover:bg-line">
          <Store aria-hidden className="size-4" /> Open the shop
        </a>
        <SignedIn member={member} onGone={onGone} />
      </div>
    </div>
  );
}

function NavLink({ section, onGone }: { section: SectionEntry; onGone: (() => void) | undefined }) {
  const path = usePathname();
  const Icon = ICONS[section.icon];
  const isHere = section.path === '/dashboard' ? path === section.path : path.startsWith(section.path);
  return (
    <Link
      href={section.path}
      aria-current={isHere ? 'page' : undefined}
      {...(onGone ? { onClick: onGone } : {})}
      className="flex items-center gap-2.5 rounded-sm px-2 py-1.5 text-sm hover:bg-line aria-[current=page]:bg-line aria-[current=page]:font-semibold"
    >
      <Icon aria-hidden className="size-4" />
      {section.label}
    </Link>
  );
}

function SignedIn({ member, onGone }: { member: Member; onGone: (() => void) | undefined }) {
  const router = useRouter();
  const [refusal, setRefusal] = useState('');
  const [isBusy, setIsBusy] = useState(false);

  async function signOut() {
    setIsBusy(true);
    setRefusal('');
    const answer = await callApi('/api/auth/staff/sign-out', { method: 'POST' });
    if (answer.ok) return router.replace('/dashboard/sign-in');
    setIsBusy(false);
    setRefusal(`You are still signed in. ${problemWords(answer.problem)}`);
  }

  return (
    <div className="grid gap-1">
      <Link
        href="/dashboard/settings/account"
        className="block rounded-sm px-2 py-1 hover:bg-line"
        {...(onGone ? { onClick: onGone } : {})}
      >
        <span className="sr-only">Signed in as </span>
        <span className="block truncate">{member.name}</span>
        <span className="text-xs text-muted">{member.role}</span>
        <span className="sr-only">. Your sign-in and security</span>
      </Link>
      <Button
        kind="quiet"
        className="justify-start! px-2! font-normal!"
        isBusy={isBusy}
        onClick={() => void signOut()}
      >
        <LogOut aria-hidden /> Sign out
      </Button>
      <p role="alert" className="px-2 text-sm text-bad empty:hidden">
        {refusal}
      </p>
    </div>
  );
}
