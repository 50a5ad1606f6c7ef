'use client';

import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

interface MenuProps {
  readonly trigger: ReactNode;
  readonly children: ReactNode;
}

/** A menu at a button. */
export function Menu({ trigger, children }: MenuProps) {
  return (
    // Not modal: the page behind goes on scrolling and being read.
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-52 rounded-md bg-panel py-1 shadow-panel"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const row =
  'flex h-7 cursor-pointer items-center gap-2 px-3 outline-none data-[highlighted]:bg-hover data-[disabled]:cursor-not-allowed data-[disabled]:text-ink-3 pointer-coarse:h-10';

interface MenuItemProps {
  readonly children: ReactNode;
  readonly onSelect: () => void;
  readonly danger?: boolean;
  /** Why it can't be chosen now; said below it. */
  readonly offBecause?: string | null | undefined;
}

export function MenuItem({ children, onSelect, danger = false, offBecause }: MenuItemProps) {
  return (
    <>
      <Radix.Item
        disabled={Boolean(offBecause)}
        onSelect={onSelect}
        className={danger && !offBecause ? `${row} text-bad` : row}
      >
        {children}
      </Radix.Item>
      <OffReason text={offBecause} />
    </>
  );
}

function OffReason({ text }: { readonly text: string | null | undefined }) {
  return text ? <p className="-mt-1 max-w-64 px-3 pb-1 text-[12px] text-ink-3 leading-4">{text}</p> : null;
}

interface MenuChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
  /** Why nothing else can be chosen now; said below the heading. */
  readonly offBecause?: string | null | undefined;
}

/** One of a few, under a small heading. */
export function MenuChoice<Value extends string>(props: MenuChoiceProps<Value>) {
  const { label, value, choices, onChoose, offBecause } = props;
  return (
    <Radix.RadioGroup value={value} onValueChange={(next) => onChoose(next as Value)}>
      <Radix.Label className="label-text px-3 pt-1.5 pb-0.5">{label}</Radix.Label>
      {offBecause ? <p className="max-w-64 px-3 pb-1 text-[12px] text-ink-3 leading-4">{offBecause}</p> : null}
      {choices.map((choice) => (
        <Radix.RadioItem key={choice.value} value={choice.value} disabled={Boolean(offBecause)} className={row}>
          <span className="grid size-3.5 place-items-center">
            <Radix.ItemIndicator>
              <Check aria-hidden className="size-3.5" />
            </Radix.ItemIndicator>
          </span>
          {choice.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export const MenuLine = () => <Radix.Separator className="my-1 border-t" />;

interface MenuCheckProps {
  readonly children: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something that is on or off; the menu stays open, as more of them may be wanted. */
export function MenuCheck({ children, checked, onChange }: MenuCheckProps) {
  return (
    <Radix.CheckboxItem
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={row}
    >
      <span className="grid size-3.5 place-items-center">
        <Radix.ItemIndicator>
          <Check aria-hidden className="size-3.5" />
        </Radix.ItemIndicator>
      </span>
      {children}
    </Radix.CheckboxItem>
  );
}

/** A small heading in a menu. */
export const MenuHeading = ({ children }: { readonly children: ReactNode }) => (
  <Radix.Label className="label-text px-3 pt-1.5 pb-0.5">{children}</Radix.Label>
);
