# Completion of talkctl for fish.

function __talkctl_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l answer (_TALKCTL_COMPLETE=fish $words[1] $words[2..-1] "$current" 2>/dev/null)
    if string match -q '*files*' -- $answer[1]
        __fish_complete_path $current
    else if string match -q '*folders*' -- $answer[1]
        __fish_complete_directories $current
    else
        printf '%s\n' $answer[2..-1]
    end
end

complete --command talkctl --no-files --keep-order --arguments '(__talkctl_complete)'
