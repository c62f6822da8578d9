// The one glossary: at most two lines for each term of the course, in the field's own words.

/** A term and what it means here. */
export interface GlossaryEntry {
  readonly term: string;
  readonly definition: string;
}

const entry = (term: string, definition: string): GlossaryEntry => ({ term, definition });

/** Terms by the id that `:term[...]{id="..."}` and `#/glossary/<id>` name. */
export const glossary: Readonly<Record<string, GlossaryEntry>> = {
  artifact: entry(
    'artifact',
    'What a build leaves to be shipped: a program, a package, the image of a machine or of a container.',
  ),
  'auto-converge': entry(
    'auto-converge',
    'A way to end a live migration that would never end: the guest is slowed down until its writes can be sent.',
  ),
  'back-off': entry(
    'back-off',
    'The pause before the next restart. It doubles with each failure up to a ceiling, and starts small again after a good run.',
  ),
  backup: entry(
    'backup',
    'A whole copy of a disk, kept on another one. It is the only thing that is left when the disk breaks.',
  ),
  balloon: entry(
    'balloon',
    'A driver in a guest that takes memory there and hands it to the host. It can take only what the guest does not need.',
  ),
  'blast-radius': entry(
    'blast radius',
    'All boxes that fall when one box breaks: everything that stands on it, directly or not. What only needs it suffers, but does not fall.',
  ),
  boot: entry('boot', 'From the end of the firmware until the kernel is up and has started its services.'),
  builder: entry(
    'builder',
    'What makes images of Dockerfiles, step by step with a cache: BuildKit beside an engine, or the machine of a CI service.',
  ),
  box: entry(
    'box',
    'Anything on the stage: a host, hypervisor, VM, kernel, runtime, container or process. Above the ground its area is its memory.',
  ),
  build: entry(
    'build',
    'What a compiler or packer makes of the source: a program file, or a JAR. It is what is copied when software is deployed.',
  ),
  'build-cache': entry(
    'build cache',
    'What steps of earlier builds left. A step is taken from it where its line, the files it copies and all below it are the same as then.',
  ),
  cap: entry(
    'cap',
    'The most CPU that a box may use, even while cores beside it are idle. Containers call it a quota, VMs have it by their virtual CPUs.',
  ),
  cgroup: entry(
    'cgroup',
    'Control group: the account that a kernel keeps for a set of processes, to count and to limit their CPU and memory.',
  ),
  chain: entry(
    'chain',
    'The files of one virtual disk: what one does not hold is looked for in the file under it. A longer chain costs reads.',
  ),
  ci: entry(
    'CI',
    "Continuous integration: a machine that builds and tests each commit, in a fresh place, so that nothing of anybody's own computer gets in.",
  ),
  clone: entry(
    'clone',
    'A VM made like another one: in full with a copy of its disk, or linked, with a new file over the same disk.',
  ),
  'cold-migration': entry(
    'cold migration',
    'A VM is switched off, moved, and started elsewhere. No memory has to be sent; it is away for as long as a boot takes.',
  ),
  container: entry(
    'container',
    'Processes on a shared kernel that see and get only what is theirs. It has no kernel of its own and lives as long as its first process.',
  ),
  copy: entry(
    'copy',
    'One running process of a service (a replica, an instance). Several copies of a service share its work.',
  ),
  'copy-on-write': entry(
    'copy-on-write',
    'What is shared is not copied until somebody writes to it: then that part alone, into a file of its own.',
  ),
  'copy-up': entry(
    'copy-up',
    'The first write to a file of a lower layer: the whole file is copied to the writable layer, and the copy is changed.',
  ),
  core: entry('core', 'One processor of a host. Its cell on the stage fills with the CPU that is in use.'),
  daemon: entry(
    'daemon',
    'A program that works in the background and belongs to no terminal, such as dockerd, which is the runtime here.',
  ),
  digest: entry(
    'digest',
    'A number computed from what is in a layer or an image. Other content has another digest; a digest cannot be moved.',
  ),
  distribution: entry(
    'distribution',
    'A Linux with its archive of packages. It publishes fixed versions, and which older ones are known to be weak.',
  ),
  disk: entry(
    'disk',
    'What keeps files without power. The virtual disk of a VM is a file, or a chain of files, on a disk of a host.',
  ),
  dockerfile: entry(
    'Dockerfile',
    'The recipe of an image: the base that it begins with, then a line for each step. Each step that changes files leaves a layer.',
  ),
  dom0: entry(
    'dom0',
    "Xen's first VM. It manages the others and does their input and output; the model counts it into the hypervisor.",
  ),
  downtime: entry(
    'downtime',
    'How long a guest stands still at the end of a live migration, while the last of its memory is sent.',
  ),
  'exit-code': entry(
    'exit code',
    'The number that a process leaves: 0, all went well; 126, 127, not to be run, not found; 137, SIGKILL (128 + 9). docker itself: 125.',
  ),
  exited: entry(
    'exited',
    'Ended because its first process ended: how a container stops by itself. Nothing broke below it, so it did not fall.',
  ),
  fact: entry(
    'fact',
    'Something that happened in a run, with its instant and its cause. Marks on the timeline are facts.',
  ),
  fell: entry(
    'fell',
    'Went down because the box it stands on broke. What somebody ended, and what stood on it, was stopped. Falling goes upwards from the cause, never sideways.',
  ),
  filesystem: entry(
    'file system',
    'The files that the programs of one OS, or of one container, find: libraries, settings, who may read and run them.',
  ),
  firmware: entry(
    'firmware',
    'The program in a computer that starts it and then loads a kernel or a hypervisor. A VM has virtual firmware (BIOS, UEFI).',
  ),
  fork: entry(
    'fork',
    'A second future of a run. It begins when you go back in time and act there; the first future is kept.',
  ),
  'guest-os': entry(
    'guest OS',
    'The operating system inside a VM: a kernel of its own with its services. What runs in the VM stands on it.',
  ),
  healthcheck: entry(
    'health check',
    'A command that Docker runs inside a container now and then, to see whether the program answers. It notes the result, no more.',
  ),
  host: entry(
    'host',
    'A physical computer with its cores, its memory and its power plug; a server, bare metal.',
  ),
  'host-os': entry(
    'host OS',
    'The operating system that runs directly on a host. All containers there share its kernel, and fall with it.',
  ),
  'hot-add': entry(
    'hot-add',
    'Memory or a CPU plugged into a VM while it runs. Its guest has to take it, and the most there can be was set when it started.',
  ),
  hypervisor: entry(
    'hypervisor',
    'The program that gives each VM its part of a host (virtual machine monitor). Type 1 runs on the hardware, type 2 on an OS.',
  ),
  image: entry(
    'image',
    'The files that a container or VM starts from. A container image brings programs and libraries, never a running kernel.',
  ),
  kernel: entry(
    'kernel',
    'The core of an operating system: it runs all processes and owns memory and devices. When it panics, all that stands on it falls.',
  ),
  lane: entry(
    'lane',
    'A line of the timeline. Solid: serves. Toothed: slower, errors. Hollow: up, answers nobody. Pale: on its way. Hatched: fell. Thin: off or stopped.',
  ),
  layer: entry(
    'layer',
    'Files of an image that were added together, known by their digest. A disk stores each layer once, however many need it.',
  ),
  library: entry(
    'library',
    'A file with parts of programs that several of them use. A program looks for it by name when it starts, and needs what it was linked with.',
  ),
  limit: entry(
    'limit',
    'The most memory that a container or cgroup may hold. Where it is exceeded, the kernel kills a process inside.',
  ),
  'live-restore': entry(
    'live-restore',
    'A setting of Docker: containers go on when the daemon is stopped in order. They do so anyway when it is killed.',
  ),
  lxc: entry(
    'LXC',
    'Linux Containers: containers that hold a whole system with its own init, on a shared kernel.',
  ),
  mark: entry(
    'mark',
    'A sign on the timeline where something happened. Triangle: it broke. Diamond: it was done. Hollow diamond: it began by itself.',
  ),
  mirror: entry(
    'mirror',
    'A registry that keeps what it was asked for by others. It asks its origin what a tag stands for, and sends layers that it has by itself.',
  ),
  moment: entry('moment', "An instant of a lesson's run that is worth playing from, such as the first fall."),
  monitor: entry(
    'monitor',
    'The program that stays beside a container as the parent of its first process: a shim, conmon, or the monitor of LXC.',
  ),
  namespace: entry(
    'namespace',
    'What makes a process see only its own files, processes, network or users: a wall of a container, drawn as a part of its edge.',
  ),
  needs: entry(
    'needs',
    'Uses without standing on it, as a shop needs its database. If that is lost, the box suffers or stops, but it does not fall.',
  ),
  'on-crash': entry(
    'on_crash',
    'What a hypervisor does with a VM whose guest has crashed: nothing, end it, or restart it. It has to be told of the crash.',
  ),
  'oom-killer': entry(
    'OOM killer',
    'The part of a kernel that ends a process when memory runs out (out of memory), so that the others can go on.',
  ),
  overcommit: entry(
    'overcommit',
    'To promise more memory or CPU than there is, because not everybody will want it at once. What is only promised is white in a VM.',
  ),
  'page-cache': entry(
    'page cache',
    'Memory in which a kernel keeps what it has read from a disk: once for all its processes, and for all its containers.',
  ),
  panic: entry(
    'panic',
    'A kernel has met an error that it cannot survive and stops itself. All that stands on it falls at once.',
  ),
  picker: entry(
    'picker',
    'Whoever starts a box again after it stopped: a service manager, runtime, hypervisor, rebooting kernel or person. None of them does it unless it was told to.',
  ),
  'picked-up-by': entry(
    'picked up by',
    'By whom a box is started again after it stopped. A picker stands on something too, and picks up nothing while that is down.',
  ),
  'post-copy': entry(
    'post-copy',
    'A live migration that moves the guest before all of its memory is there, and fetches the rest. Until that is done it needs both hosts.',
  ),
  'pre-copy': entry(
    'pre-copy',
    'A live migration in rounds: all memory is sent while the guest runs, then what it wrote meanwhile, and so on.',
  ),
  process: entry(
    'process',
    'A running program with memory of its own, on a kernel. It can end alone, since nothing stands on it.',
  ),
  quota: entry(
    'quota',
    'CPU time that a box may use in each period, such as half of every 100 ms. It holds also while cores are idle.',
  ),
  'reboot-on-panic': entry(
    'reboot after a panic',
    'A setting of the Linux kernel, `panic=N`: N seconds after a panic it resets its machine. Without it, it stays stopped.',
  ),
  repository: entry(
    'repository',
    'Source code under version control, commit by commit, with the Dockerfile that says how it becomes an image.',
  ),
  refused: entry(
    'refused',
    'Sent to a machine that did not take it. The box that it was for cannot start: it is empty, inside a thick solid edge.',
  ),
  registry: entry(
    'registry',
    'Where images are pulled from: it keeps manifests and layers by digest, and tags that point at them and can be moved.',
  ),
  reservation: entry(
    'reservation',
    'Memory set aside for a VM from its start, whether it is used or not. The unused part is drawn with dots: nobody else gets it.',
  ),
  'restart-policy': entry(
    'restart policy',
    'What a runtime does when a container exits: leave it (no), restart it after a failure (on-failure), or always.',
  ),
  run: entry(
    'run',
    'One course of the simulated world with all that you did to it. The same start and the same acts give the same run.',
  ),
  runc: entry(
    'runc',
    'The small program that makes a container from namespaces and cgroups, starts its first process and leaves.',
  ),
  runtime: entry(
    'runtime',
    'The program that starts, stops and restarts containers, such as Docker with containerd. It stands beside them, not under them.',
  ),
  service: entry(
    'service',
    'A part of an application that answers requests, such as search or cart, by one copy or several.',
  ),
  'service-manager': entry(
    'service manager',
    'The program that starts the services of an operating system at boot and restarts them if it was told to; on Linux systemd.',
  ),
  serving: entry('serving', 'Up, with all it needs, and answering requests.'),
  shim: entry(
    'shim',
    'A small process beside each container that holds its input and output, so that it outlives the daemon that started it.',
  ),
  sigkill: entry(
    'SIGKILL',
    'The signal that ends a process at once. No program can catch it; exit code 137 tells of it.',
  ),
  snapshot: entry(
    'snapshot',
    'A state of a VM to go back to. Its disk file is kept as it is, and all that is written from then on goes to a new one.',
  ),
  'stands-on': entry(
    'stands on',
    'Cannot be up without: a container on its kernel, a VM on its hypervisor. Each box stands on one other, and falls with it.',
  ),
  'steal-time': entry(
    'steal time',
    'CPU that a VM was ready to use and did not get, because others on the host had it. A guest can measure it.',
  ),
  'start-limit': entry(
    'start limit',
    'How often systemd starts a service within a span of time before it gives up and leaves it stopped.',
  ),
  suffering: entry(
    'suffering',
    'Up, but without something it needs: slower, or answering with errors. Counted apart from what fell.',
  ),
  swap: entry(
    'swap',
    'A disk to which memory is moved when there is too little. Whoever needs a page that is there waits for the disk.',
  ),
  tag: entry(
    'tag',
    'The name of a version of an image, such as `12` in `debian:12`. Its owner can let it stand for another image; a digest stands for one alone.',
  ),
  thread: entry(
    'thread',
    'One of the lines along which a program works. Each busy thread can keep one core busy, and all of them are one process.',
  ),
  throttled: entry(
    'throttled',
    'Stopped by a quota that is used up: all threads of the box stand still until the next period begins.',
  ),
  'time-head': entry(
    'time head',
    'The upright line on the timeline: the instant that the stage shows. Drag it, or step from fact to fact.',
  ),
  'type-1': entry(
    'type 1',
    'A hypervisor that runs directly on the hardware, such as Xen, Hyper-V or ESXi. Only the host lies under it.',
  ),
  'type-2': entry(
    'type 2',
    'A hypervisor that runs as a program on an operating system, such as VirtualBox or VMware Workstation.',
  ),
  vdisk: entry('vdisk', 'The disk that a VM sees: an image file on a disk of its host, or a chain of them.'),
  'virtual-cpu': entry(
    'virtual CPU',
    'A processor as a VM sees it. The hypervisor lets it run on a core of the host when its turn has come.',
  ),
  vm: entry(
    'VM',
    'Virtual machine: a computer made by a hypervisor, with reserved memory, virtual CPUs and a kernel of its own inside.',
  ),
  volume: entry(
    'volume',
    'A directory of the host, mounted into a container outside of its layers. It stays when the container is replaced.',
  ),
  weight: entry(
    'weight',
    'The share of CPU that a box gets beside its neighbours. It counts only while they want more than there is.',
  ),
  whiteout: entry(
    'whiteout',
    'The mark in a layer that a file of a lower layer is deleted. The file is hidden, and takes as much room as before.',
  ),
  'writable-layer': entry(
    'writable layer',
    'The layer on top, one for each container. All that the container writes goes there, and goes away with the container.',
  ),
};
