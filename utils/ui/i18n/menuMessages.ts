/**
 * What the in-page menu says: it is built with these sentences only, and a test holds that it names no
 * others. Of the errors it has those that a fill can meet; any other is `error.unexpected` there.
 */
export const MENU_MESSAGES =
  /^(?:menu|sent)\.|^action\.close$|^error\.(?:account-missing|code-delivered|conflict|field-\w+|no-field|no-tab|not-offered|not-seen|offer-expired|page-forbidden|request-refused|site-\w+(?:-\w+)?|storage-full|throttled|unexpected|write-failed)$/u
