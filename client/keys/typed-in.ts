/** Fields that letters are typed in, as a selector. */
export const TYPED_IN = 'input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=range]), textarea, select, [contenteditable=true]';
