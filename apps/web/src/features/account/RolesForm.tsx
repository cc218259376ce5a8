import { useMutation } from "@apollo/client/react";
import { type FormEvent, useState } from "react";
import { wordsOfError } from "../../base/error-words.ts";
import { useWords } from "../../base/i18n.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useWorkbench } from "../../workbench/context.ts";
import { roleWords } from "./ability-words.ts";
import { BrandMembersDocument, SetRolesDocument } from "./account.documents.ts";
import { type Person, type Role, roles } from "./people.ts";
import "./roles-form.css";

interface RolesFormProps {
  readonly brand: { readonly id: string; readonly name: string };
  readonly person: Person;
  readonly onClose: () => void;
}

/** What somebody is to do for a brand; nothing at all ends their part in it. */
export function RolesForm({ brand, person, onClose }: RolesFormProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const [save, { loading, error }] = useMutation(SetRolesDocument, {
    refetchQueries: [BrandMembersDocument],
  });
  const [chosen, setChosen] = useState<readonly Role[]>(person.roles);
  const ends = chosen.length === 0 && person.roles.length > 0;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const saved = () => {
      const { name } = person;
      workbench.notify({ severity: "success", text: t(($) => $.account.people.saved, { name }) });
      onClose();
    };
    // What is refused is shown below; the hook keeps it.
    save({ variables: { held: { brandId: brand.id, memberId: person.id, roles: [...chosen] } } }).then(
      saved,
      () => undefined,
    );
  };
  return (
    <Dialog
      title={t(($) => $.account.people.rolesOf, { name: person.name, brand: brand.name })}
      onClose={onClose}
    >
      <form className="roles-form" onSubmit={submit}>
        <Choices chosen={chosen} onChoose={setChosen} />
        {ends && (
          <p className="roles-form__news" role="status">
            <Icon name="warning" />
            {t(($) => $.account.people.ends, { name: person.name, brand: brand.name })}
          </p>
        )}
        {error && (
          <p className="roles-form__news" role="alert">
            <Icon name="error" />
            {wordsOfError(error)}
          </p>
        )}
        <div className="dialog__actions">
          <Button onClick={onClose}>{t(($) => $.account.cancel)}</Button>
          <Button look={ends ? "danger" : "primary"} type="submit" disabled={loading}>
            {ends ? t(($) => $.account.people.end) : t(($) => $.account.people.save)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ChoicesProps {
  readonly chosen: readonly Role[];
  readonly onChoose: (chosen: readonly Role[]) => void;
}

function Choices({ chosen, onChoose }: ChoicesProps) {
  const t = useWords();
  return (
    <fieldset className="roles-form__roles">
      <legend className="unseen">{t(($) => $.account.people.roles)}</legend>
      {roles.map((role) => (
        <label key={role} className="roles-form__role">
          <input
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={({ target }) =>
              onChoose(roles.filter((one) => (one === role ? target.checked : chosen.includes(one))))
            }
          />
          <span>
            <span className="roles-form__name">{roleWords(role, t)}</span>
            <span className="roles-form__does">{t(($) => $.account.people.does[role])}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
