/**
 * The query parameter `screen=1` with which a page says that it only shows the board to a room, on a
 * projector: nobody need be sitting before it, whoever's session it is opened with.
 */
export const SCREEN_PARAMETER = 'screen';
