'use client';

import { useState } from 'react';
import type { Schema } from '@/app/(merchant)/_api/client';
import { useMay } from '@/app/(merchant)/_shell/member';
import { Button } from '@/app/(merchant)/_ui/button';
import { TextField } from '@/app/(merchant)/_ui/field';
import { Form } from '@/app/(merchant)/_ui/form';
import { Section } from '@/app/(merchant)/_ui/page';
import { isColour } from '@/lib/kernel/colour';
import { accentContrast, LEAST_CONTRAST, PAPERS } from '@/lib/shop/model';
import { useSaveSettings } from './use-save-settings';

type Theme = 'light' | 'dark';

/** What the shop comes with: app/globals.css. */
const DEFAULT: Readonly<Record<Theme, string>> = { light: '#0b33b8', dark: '#9db1ff' };

/** The colour that means "act" in the shop, for light screens and dark ones, and how well it is read there. */
export function Accent({ shop }: { shop: Schema<'Settings'> }) {
  const mayWrite = useMay('settings:write');
  const [typed, setTyped] = useState<Partial<Record<Theme, string>>>({});
  const state = useSaveSettings('The colours are changed. The shop follows within two seconds.');
  const shown = { ...DEFAULT, ...shop.accent, ...typed };
  return (
    <Section
      title="Colour"
      lead="One colour means that something can be done: buttons, links, what has the focus. It must be read on your paper, light and dark."
    >
      <Form
        label="Colour"
        state={state}
        onSubmit={() => state.run({ accent: shown })}
        verb="Save the colours"
        isReadOnly={!mayWrite}
        others={
          shop.accent === null ? null : (
            <Button
              isBusy={state.isBusy}
              onClick={() => {
                setTyped({});
                state.run({ accent: null });
              }}
            >
              Back to the usual ones
            </Button>
          )
        }
      >
        <div className="grid gap-4 md:grid-cols-2">
          {(['light', 'dark'] as const).map((theme) => (
            <AccentField
              key={theme}
              theme={theme}
              value={shown[theme]}
              fault={state.faultAt(`accent/${theme}`)}
              onChange={(value) => setTyped({ ...typed, [theme]: value })}
            />
          ))}
        </div>
      </Form>
    </Section>
  );
}

function AccentField({
  theme,
  value,
  fault,
  onChange,
}: {
  theme: Theme;
  value: string;
  fault: string | undefined;
  onChange: (value: string) => void;
}) {
  const colour = value.trim().toLowerCase();
  const found = isColour(colour) ? accentContrast(theme, colour) : null;
  const isRead = found !== null && found >= LEAST_CONTRAST;
  return (
    <div className="grid content-start gap-2">
      <div className="grid grid-cols-[3rem_1fr] items-end gap-2">
        <input
          type="color"
          aria-label={`Pick the colour for ${theme} screens`}
          value={isColour(colour) ? colour : '#000000'}
          onChange={(event) => onChange(event.target.value)}
          className="h-9 w-full cursor-pointer rounded-sm border border-edge bg-paper p-1"
        />
        <TextField
          id={`accent-${theme}`}
          label={theme === 'light' ? 'On light screens' : 'On dark screens'}
          value={value}
          maxLength={7}
          spellCheck={false}
          fault={fault}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <p className={`text-xs ${found !== null && !isRead ? 'text-bad' : 'text-muted'}`} aria-live="polite">
        {found === null
          ? 'A colour is written as #0b33b8.'
          : `Contrast ${found.toFixed(1)}. ${isRead ? 'It is read well.' : `At least ${LEAST_CONTRAST} is needed: take a ${theme === 'light' ? 'darker' : 'lighter'} one.`}`}
      </p>
      {isColour(colour) ? (
        <div
          aria-hidden
          className="flex items-center gap-4 rounded-sm border border-line px-4 py-3 text-sm"
          style={{ background: PAPERS[theme][0], color: colour }}
        >
          <span
            className="rounded-sm px-3 py-1.5 font-medium"
            style={{ background: colour, color: theme === 'light' ? '#ffffff' : '#121211' }}
          >
            Add to cart
          </span>
          <span className="underline underline-offset-4">A link</span>
        </div>
      ) : null}
    </div>
  );
}
