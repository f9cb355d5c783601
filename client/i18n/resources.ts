import enAgenda from './en/agenda.json';
import enBoard from './en/board.json';
import enBreakout from './en/breakout.json';
import enCanvas from './en/canvas.json';
import enCollecting from './en/collecting.json';
import enColumns from './en/columns.json';
import enCommon from './en/common.json';
import enDesk from './en/desk.json';
import enErrors from './en/errors.json';
import enGroups from './en/groups.json';
import enFinding from './en/finding.json';
import enHistory from './en/history.json';
import enHome from './en/home.json';
import enJoin from './en/join.json';
import enKeeping from './en/keeping.json';
import enKeys from './en/keys.json';
import enLead from './en/lead.json';
import enNews from './en/news.json';
import enNote from './en/note.json';
import enPolls from './en/polls.json';
import enReport from './en/report.json';
import enScreen from './en/screen.json';
import enSettings from './en/settings.json';
import enSites from './en/sites.json';
import enStructure from './en/structure.json';
import enVotes from './en/votes.json';
import enWriting from './en/writing.json';
import ptAgenda from './pt/agenda.json';
import ptBoard from './pt/board.json';
import ptBreakout from './pt/breakout.json';
import ptCanvas from './pt/canvas.json';
import ptCollecting from './pt/collecting.json';
import ptColumns from './pt/columns.json';
import ptCommon from './pt/common.json';
import ptDesk from './pt/desk.json';
import ptErrors from './pt/errors.json';
import ptGroups from './pt/groups.json';
import ptFinding from './pt/finding.json';
import ptHistory from './pt/history.json';
import ptHome from './pt/home.json';
import ptJoin from './pt/join.json';
import ptKeeping from './pt/keeping.json';
import ptKeys from './pt/keys.json';
import ptLead from './pt/lead.json';
import ptNews from './pt/news.json';
import ptNote from './pt/note.json';
import ptPolls from './pt/polls.json';
import ptReport from './pt/report.json';
import ptScreen from './pt/screen.json';
import ptSettings from './pt/settings.json';
import ptSites from './pt/sites.json';
import ptStructure from './pt/structure.json';
import ptVotes from './pt/votes.json';
import ptWriting from './pt/writing.json';

/** All texts of the client, by language and screen. Every language has the keys of English. */
export const resources = {
  en: {
    agenda: enAgenda,
    board: enBoard,
    breakout: enBreakout,
    canvas: enCanvas,
    collecting: enCollecting,
    columns: enColumns,
    common: enCommon,
    desk: enDesk,
    errors: enErrors,
    groups: enGroups,
    finding: enFinding,
    history: enHistory,
    home: enHome,
    join: enJoin,
    keeping: enKeeping,
    keys: enKeys,
    lead: enLead,
    news: enNews,
    note: enNote,
    polls: enPolls,
    report: enReport,
    screen: enScreen,
    settings: enSettings,
    sites: enSites,
    structure: enStructure,
    votes: enVotes,
    writing: enWriting,
  },
  pt: {
    agenda: ptAgenda,
    board: ptBoard,
    breakout: ptBreakout,
    canvas: ptCanvas,
    collecting: ptCollecting,
    columns: ptColumns,
    common: ptCommon,
    desk: ptDesk,
    errors: ptErrors,
    groups: ptGroups,
    finding: ptFinding,
    history: ptHistory,
    home: ptHome,
    join: ptJoin,
    keeping: ptKeeping,
    keys: ptKeys,
    lead: ptLead,
    news: ptNews,
    note: ptNote,
    polls: ptPolls,
    report: ptReport,
    screen: ptScreen,
    settings: ptSettings,
    sites: ptSites,
    structure: ptStructure,
    votes: ptVotes,
    writing: ptWriting,
  },
} as const;
