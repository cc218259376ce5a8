import { useMemo, useRef } from "react";
import { Menu, MenuItem, MenuSection, Popover } from "react-aria-components/Menu";
import { useWords } from "../../base/i18n.ts";
import { useWorkbench } from "../context.ts";
import type { OpenMenu } from "../context-menu.ts";
import { useContributed } from "../contributions.ts";
import { keyLabel } from "../keys/labels.ts";
import "./context-menu.css";

/** The commands contributed to a menu, with their keys. */
export function ContextMenu({ menu }: { readonly menu: OpenMenu }) {
  const t = useWords();
  const workbench = useWorkbench();
  const anchor = useRef<HTMLSpanElement>(null);
  const groups = useMenuGroups(menu.menu);
  const close = () => {
    workbench.contextMenu.set(null);
    menu.opener.focus();
  };
  return (
    <>
      <span ref={anchor} className="context-menu__anchor" style={{ left: menu.x, top: menu.y }} />
      <Popover
        isOpen
        onOpenChange={(open) => !open && close()}
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        aria-label={t(($) => $.workbench.parts.contextMenu)}
      >
        <Menu
          className="context-menu"
          autoFocus="first"
          aria-label={t(($) => $.workbench.parts.contextMenu)}
          onClose={close}
          onAction={(id) => void workbench.run(String(id))}
        >
          {groups.map((items) => (
            <MenuSection
              key={items[0]?.id}
              className="context-menu__group"
              aria-label={t(($) => $.workbench.parts.contextMenu)}
            >
              {items.map(({ command }) => (
                <CommandItem key={command} id={command} />
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </>
  );
}

function useMenuGroups(menu: string) {
  const workbench = useWorkbench();
  const all = useContributed(workbench.contributions, "menuItems");
  return useMemo(() => {
    const state = workbench.state.get();
    const items = all
      .filter((item) => item.menu === menu && (item.when?.(state) ?? true) && workbench.can(item.command))
      .sort((a, b) => a.group - b.group || a.order - b.order);
    return [...Map.groupBy(items, ({ group }) => group).values()];
  }, [all, menu, workbench]);
}

function CommandItem({ id }: { readonly id: string }) {
  const t = useWords();
  const workbench = useWorkbench();
  const title = t(workbench.command(id).title);
  const keys = workbench.keysOf(id);
  return (
    <MenuItem id={id} className="context-menu__item" textValue={title}>
      <span>{title}</span>
      {keys && <kbd>{keyLabel(keys, t)}</kbd>}
    </MenuItem>
  );
}
