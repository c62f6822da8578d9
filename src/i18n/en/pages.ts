// Words of the pages around the lessons: all units, glossary, how true it is, first moves.
import { format } from './format';

/** What somebody can do after a lesson, by its slug; after "Then you can". */
const able: Readonly<Record<string, string>> = {
  'works-on-my-machine':
    'say why a program runs here and fails there, and what each way of shipping it brings along and what it leaves behind.',
  'many-computers-in-one': 'say what the VMs of one host share, and name the floors under each of them.',
  'what-a-guest-os-costs':
    'work out how many VMs fit on a host, and tell what is reserved from what is used.',
  'snapshot-roll-back-clone-move':
    'roll back, clone and move a VM while it serves, and say why a snapshot is no backup.',
  'a-box-around-processes':
    'build a container out of namespaces and limits, and say which program of its chain may die.',
  'images-are-layers':
    'say what is stored once, what is copied on a write, and what is lost with a container.',
  'build-it-again': 'build an image twice with the same digest, and find what still runs an old one.',
  'fair-shares': 'choose between weight, cap and limit, and say what each does when everybody wants more.',
  'how-many-fit': 'compare VMs and containers for a given load, and say when it makes no difference.',
  'one-kernel-falls': 'say what falls with any box, who picks it up, and where to put a wall.',
  'breaking-out': 'say what an intruder reaches from a container and from a VM, and choose the wall between.',
  'whose-kernel-is-it':
    'find the kernel under any container, and choose VM, container or both, with the reason.',
  'who-picks-it-up': 'set restart policies and probes, and say when what fell is back.',
  'monolith-or-services': 'say who slows down with whom, along which path, and what to scale.',
  'where-does-it-go': 'read why the scheduler placed a pod where it did, or why nowhere.',
  'a-host-dies': 'follow a dead node from its last heartbeat to its replacement, and shorten the way.',
  'follow-the-load': 'set an autoscaler, and say how fast it can follow and what holds it up.',
  'ship-a-new-version': 'roll out a version and take it back, and say what users saw in between.',
  'the-big-sale': 'design for a budget and a target, and defend it with what happened.',
};

const LESSONS = { one: 'lesson', other: 'lessons' };

/** Messages of the pages that are loaded when they are opened. */
export const enPages = {
  units: {
    lead: (lessons: number, units: number, here: number) =>
      `${format.counted(lessons, LESSONS)} in ${format.number(units)} units; ${here === 1 ? 'one is' : `${format.number(here)} are`} here, the others are still to come.`,
    /** How many are done, and how many were begun and are not. */
    done: (done: number, begun: number) => {
      if (done === 0)
        return begun === 0 ? 'You have begun none yet.' : `You have begun ${format.counted(begun, LESSONS)}.`;
      const more = begun === 0 ? '' : `, and begun ${format.number(begun)} more`;
      return `You have done ${format.counted(done, LESSONS)}${more}.`;
    },
    goOn: (title: string) => `Go on with "${title}"`,
    begin: (title: string) => `Begin with "${title}"`,
    ableTo: 'Then you can',
    able,
  },
  glossary: {
    lead: 'What the words mean in this course, and in the field.',
    letters: 'Go to a letter',
    unknown: (term: string) => `There is no term "${term}" here yet.`,
  },
  howTrue: {
    lead: 'Everything that you see is computed by a model. This is what it takes over from the real systems, where it is simpler than they are, and where its figures come from.',
    parts: 'Parts of the model',
    unknown: (room: string) => `The model has no part called "${room}".`,
    true: 'True',
    simplified: 'Simplified',
    numbers: 'Numbers and messages',
    noNumbers: 'No numbers of its own.',
    columns: { what: 'What', value: 'Value', source: 'Source' },
    certainty: {
      read: 'read:',
      quoted: 'quoted by:',
      remembered: 'not looked up yet:',
      chosen: '',
    },
    noSource: 'not looked up yet',
    versions: 'Versions',
    versionsLead: 'Real systems change. The model follows these versions:',
    now: 'modelled so far',
    later: 'will be, when their lessons come',
    system: 'System',
    version: 'Version',
  },
  handout: {
    minutes: (minutes: number) => `about ${format.number(minutes)} minutes`,
    name: 'Name',
    recall: 'Before you begin',
    transfer: 'One new case',
    step: (step: number, all: number, title: string) => `Step ${step} of ${all}. ${title}`,
    further: (title: string) => `Optional step. ${title}`,
    number: (step: number) => `Step ${step}`,
    /** Behind the name of a lesson: paper leads nowhere. */
    lesson: (number: number) => ` (lesson ${number})`,
    optional: 'Optional step',
    /** Over a picture of the answers: `Step 2: the kernel of VM 2 panics`. */
    pictured: (place: string, sentence: string) => `${place}: ${sentence}`,
    start: 'At the start',
    fill: 'Mark one letter before anything runs. Do the tasks, and whatever is dragged or selected, on a screen with this lesson open. Write your own figures on the lines.',
    answers: 'Answers',
    answersLead: "Figures and pictures are those of the solution's run. Yours may differ.",
    held: (letters: string) => `Right is ${letters}.`,
  },
  /** Behind the end of a lesson. */
  following: {
    coming: (titles: readonly string[]) =>
      titles.length === 1
        ? `The lesson that comes next, "${titles[0] ?? ''}", is not there yet.`
        : `The next ${format.number(titles.length)} lessons, from "${titles[0] ?? ''}" on, are not there yet.`,
    next: (number: number, title: string) => `Lesson ${format.number(number)}: ${title}`,
    all: 'All lessons',
  },
  moves: {
    title: 'Three moves, and you know the stage',
    floor: {
      ask: 'Touch a floor: a [guest-os|guest OS], a [host-os|host OS] or a [hypervisor|hypervisor].',
      done: 'What it stands on is below it, what stands on it is above.',
    },
    area: {
      ask: 'Fill a VM with what runs in it.',
      act: (vm: string) => `Fill ${vm}`,
      done: 'Area is memory: the dots were reserved, and nobody used them.',
    },
    back: {
      ask: 'Drag the line of the timeline back.',
      done: 'The stage shows that instant. Nothing is lost by going back.',
    },
    did: 'done',
    skip: 'Skip these',
    end: 'That is all. Now break something.',
  },
};

/** What a language has to say on these pages. */
export type PageWords = typeof enPages;
